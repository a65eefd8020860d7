"""The covenant's body as an editor sees it: one block for every kind of thing that stands in the file.

For editors. The blocks follow pages.covenant.tree one to one, so that a text goes in and out without a loss.
"""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from pages.covenant.tree import Openness

OPENNESS = [
    (Openness.NO, _("no")),
    (Openness.POSSIBLY, _("possibly: please look")),
    (Openness.OPEN, _("yes: still to be filled in")),
]


def openness_block() -> blocks.ChoiceBlock:
    return blocks.ChoiceBlock(choices=OPENNESS, default=Openness.NO, label=_("open place"))


class PartyBlock(blocks.StructBlock):
    name = blocks.CharBlock(label=_("name"))
    is_host = blocks.BooleanBlock(required=False, label=_("hosts the network"))

    class Meta:
        icon = "group"
        label = _("party")


class ConsiderationBlock(blocks.StructBlock):
    text = blocks.TextBlock(rows=3, label=_("text"))
    points = blocks.ListBlock(blocks.TextBlock(rows=2, label=_("point")), default=[], label=_("points"))

    class Meta:
        icon = "list-ul"
        label = _("consideration")


class PartBlock(blocks.StructBlock):
    letter = blocks.RegexBlock(r"^[a-z]$", required=False, label=_("letter"))
    text = blocks.TextBlock(rows=2, label=_("text"))
    openness = openness_block()

    class Meta:
        label = _("lettered part")


class ParagraphBlock(blocks.StructBlock):
    number = blocks.RegexBlock(
        r"^\d{1,3}$", required=False, label=_("number"), help_text=_("Leave empty for running text.")
    )
    text = blocks.TextBlock(rows=3, required=False, label=_("text"))
    openness = openness_block()
    parts = blocks.ListBlock(PartBlock(), default=[], label=_("lettered parts"))

    class Meta:
        label = _("paragraph")


class ArticleBlock(blocks.StructBlock):
    number = blocks.IntegerBlock(min_value=1, label=_("number"))
    title = blocks.CharBlock(required=False, label=_("title"))
    paragraphs = blocks.ListBlock(ParagraphBlock(), default=[], label=_("paragraphs"))

    class Meta:
        icon = "doc-full"
        label = _("article")


class CovenantBody(blocks.StreamBlock):
    """The whole text in its order. Numbers are addresses, so none may come twice."""

    title = blocks.CharBlock(icon="title", label=_("title line"))
    label = blocks.CharBlock(icon="tag", label=_("announcement"))
    party = PartyBlock()
    party_heading = blocks.CharBlock(icon="title", label=_("heading among the parties"))
    consideration = ConsiderationBlock()
    heading = blocks.CharBlock(icon="title", label=_("heading"))
    article = ArticleBlock()

    def clean(self, value: blocks.StreamValue, *args: object, **kwargs: object) -> blocks.StreamValue:
        cleaned = super().clean(value, *args, **kwargs)
        errors = {
            index: ValidationError(_("There is an article %(number)s already.") % {"number": child.value["number"]})
            for index, child in enumerate(cleaned)
            if child.block_type == "article"
            and child.value["number"]
            in [other.value["number"] for other in list(cleaned)[:index] if other.block_type == "article"]
        }
        if errors:
            raise blocks.StreamBlockValidationError(block_errors=errors)
        return cleaned
