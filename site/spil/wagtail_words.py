"""Wagtail's own sentences that Spil says otherwise: to editors as to everybody, with "u", and leading nowhere else.

Nothing uses this list. It stands here so that the sentences come into Spil's catalogue, which goes before Wagtail's.
"""

from django.utils.translation import gettext_lazy as _

SAID_OTHERWISE = (
    _(
        "JavaScript is required to use Wagtail, but it is currently disabled.<br /> Here are the "
        '<a href="https://www.enable-javascript.com/" target="_blank" rel="noreferrer">instructions how to enable '
        "JavaScript in your web browser</a>."
    ),
    _("The page title as you'd like it to be seen by the public"),
    _("Your most recent edits"),
    _("Choose which type of page you'd like to create."),
    _("Sorry, you do not have permission to access this area."),
    _("Are you sure you want to delete this page?"),
    _("Are you sure you want to unpublish this page?"),
    _("Would you still like to publish this page?"),
    _("Save your changes before leaving"),
    _("You have <span>unsaved edits</span>"),
    _("You saved a new version in another window"),
    _("You have unsaved changes in another window"),
)
