"""The one settings file: production by default, read from the environment (SPIL_…) by typed readers that fail loudly.

It serves operators. It must never start production with a default secret; docs/settings.md names every variable.
"""

from pathlib import Path

from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

from spil.environment import contact, flag, mail, number, postgresql, secret, secrets, several, text

BASE_DIR = Path(__file__).resolve().parent.parent.parent
SITE_DIR = BASE_DIR / "site"

MODE = text("SPIL_MODE", "production")
if MODE not in {"production", "demo", "test"}:
    raise ImproperlyConfigured(f"SPIL_MODE is {MODE!r}; it must be production, demo or test.")
# The demo and the tests may use invented secrets; nothing else may.
INVENTED = MODE in {"demo", "test"}
DEMO_MODE = MODE == "demo"

DEBUG = False
VAR_DIR = Path(text("SPIL_VAR_DIR", str(BASE_DIR / "var")))
# The embedded database, mail and media live here: for the server's own account only.
VAR_DIR.mkdir(mode=0o700, parents=True, exist_ok=True)
SECRET_KEY = secret("SPIL_SECRET_KEY", "demo-only-not-a-secret-demo-only-not-a-secret-demo" if INVENTED else "")
# One or more keys, comma-separated, newest first: what is encrypted with an older one can still be read.
ENCRYPTION_KEYS = secrets(
    "SPIL_ENCRYPTION_KEYS", "demo-only-encryption-key-demo-only-encryption-key" if INVENTED else ""
)

HOSTS = several("SPIL_HOSTS", ["localhost", "127.0.0.1"] if INVENTED else [])
ALLOWED_HOSTS = HOSTS
HTTPS = flag("SPIL_HTTPS", not INVENTED)
PORT = number("SPIL_PORT", 8000)
# Full origins, port included: the websocket guard compares scheme, host and port (security.md, trap 6).
ORIGINS = several(
    "SPIL_ORIGINS",
    [f"https://{host}" for host in HOSTS] if HTTPS else [f"http://{host}:{PORT}" for host in HOSTS],
)
CSRF_TRUSTED_ORIGINS = ORIGINS
BASE_URL = text("SPIL_BASE_URL", ORIGINS[0] if ORIGINS else "")
NETWORK_NAME = text("SPIL_NETWORK_NAME", "Asten")
# Where somebody who found a weak spot can tell so; shown in /.well-known/security.txt.
SECURITY_CONTACT = contact("SPIL_SECURITY_CONTACT")
# Where somebody whom a page keeps out can tell so; shown on /toegankelijkheid/.
ACCESSIBILITY_CONTACT = contact("SPIL_ACCESSIBILITY_CONTACT")

INSTALLED_APPS = [
    "spil",
    "accounts",
    "audit",
    "notifications",
    "followup",
    "privacy",
    "pages",
    "cases",
    "meetings",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "channels",
    "csp",
    "django_htmx",
    "django_otp",
    "django_otp_webauthn",
    "django_tasks",
    "django_tasks_db",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    # First and asynchronous, so that a file costs no thread; everything below runs in one thread a request.
    "spil.whitenoise.AsyncWhiteNoiseMiddleware",
    "spil.middleware.origin_middleware",
    # Pages go compressed. Their one secret, the token of forms, is masked anew for each answer, and Django adds bytes of
    # random length, so that the length of an answer tells nothing (BREACH; docs/security.md).
    "django.middleware.gzip.GZipMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "spil.middleware.shape_middleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "spil.open_sessions.open_sessions_middleware",
    "django_otp.middleware.OTPMiddleware",
    "spil.middleware.language_middleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "spil.middleware.AccessMiddleware",
]

ROOT_URLCONF = "spil.urls"
ASGI_APPLICATION = "spil.asgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [SITE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "spil.context.network",
            ],
        },
    },
]

# --- data -----------------------------------------------------------------------------------------------------------

POSTGRESQL = postgresql("SPIL_DATABASE_URL")
USES_POSTGRESQL = POSTGRESQL is not None
if POSTGRESQL:
    DATABASES = {"default": POSTGRESQL}
    if MODE != "test":
        # Beside what the address itself asks for, such as sslmode=verify-full.
        POSTGRESQL.setdefault("OPTIONS", {})["pool"] = {"min_size": 1, "max_size": number("SPIL_DATABASE_POOL", 8)}
else:
    DATABASES = {
        "default": {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": VAR_DIR / "spil.sqlite3",
            "OPTIONS": {
                "transaction_mode": "IMMEDIATE",
                "timeout": 20,
                "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
            },
        }
    }
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

REDIS_URL = text("SPIL_REDIS_URL")
if REDIS_URL:
    CHANNEL_LAYERS = {
        "default": {
            "BACKEND": "channels_redis.pubsub.RedisPubSubChannelLayer",
            # Without a socket time-out an idle socket stays open (security.md, trap 1).
            "CONFIG": {
                "hosts": [{"address": REDIS_URL, "socket_timeout": None, "socket_connect_timeout": 5}],
                "prefix": text("SPIL_REDIS_PREFIX", "spil"),
            },
        }
    }
else:
    CHANNEL_LAYERS = {"default": {"BACKEND": "channels.layers.InMemoryChannelLayer"}}

# Separate workers take jobs from the database; one embedded process does them at once (technology: decision 5).
SEPARATE_WORKER = flag("SPIL_SEPARATE_WORKER", False)
TASKS = {
    "default": {
        "BACKEND": "django_tasks_db.DatabaseBackend"
        if SEPARATE_WORKER
        else "django_tasks.backends.immediate.ImmediateBackend"
    }
}

# --- people and doors -----------------------------------------------------------------------------------------------

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["accounts.backends.MemberBackend"]
LOGIN_URL = "accounts:sign_in"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "/"
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "accounts.passwords.HardToGuess"},
    {"NAME": "accounts.passwords.NotTooLong"},
]
INVITATION_DAYS = 7
OTP_TOTP_ISSUER = f"Spil {NETWORK_NAME}"
# A passkey belongs to this name and can never move to another (docs/settings.md).
OTP_WEBAUTHN_RP_ID = HOSTS[0] if HOSTS else "localhost"
OTP_WEBAUTHN_RP_NAME = f"Spil {NETWORK_NAME}"
OTP_WEBAUTHN_HELPER_CLASS = "accounts.passkeys.PasskeyHelper"
# The helper says in one line that a passkey was refused; the package would write a trace that anybody can ask for.
OTP_WEBAUTHN_EXCEPTION_LOGGER_NAME = ""
OTP_WEBAUTHN_ALLOWED_ORIGINS = [origin for origin in ORIGINS if OTP_WEBAUTHN_RP_ID in origin]
SPIL_PROTOCOL_PATH = "/privacyprotocol/"

COOKIE_PREFIX = "__Host-" if HTTPS else "spil-"
SESSION_COOKIE_NAME = f"{COOKIE_PREFIX}sessionid"
SESSION_COOKIE_AGE = 12 * 60 * 60
# Without anything being done; coordinator and privacy officer have a quarter of an hour (accounts/sessions.py).
IDLE_MINUTES = number("SPIL_IDLE_MINUTES", 30)
SESSION_COOKIE_SECURE = HTTPS
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_NAME = f"{COOKIE_PREFIX}csrftoken"
CSRF_COOKIE_SECURE = HTTPS
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "spil.errors.csrf_failure"
LANGUAGE_COOKIE_NAME = f"{COOKIE_PREFIX}language"
LANGUAGE_COOKIE_SECURE = HTTPS
LANGUAGE_COOKIE_HTTPONLY = True
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

SECURE_SSL_REDIRECT = HTTPS
SECURE_REDIRECT_EXEMPT = [r"^healthz$"]
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if flag("SPIL_BEHIND_PROXY", False) else None
SECURE_HSTS_SECONDS = 2 * 365 * 24 * 60 * 60 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_HSTS_PRELOAD = HTTPS
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
# No inline script or style anywhere; Wagtail's admin gets its one exception in spil.middleware.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'self'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:", "blob:"],
        "object-src": ["'none'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
        "form-action": ["'self'"],
    }
}
PERMISSIONS_POLICY: dict[str, list[str]] = {
    "camera": [],
    "geolocation": [],
    "microphone": [],
    "payment": [],
    "usb": [],
    "publickey-credentials-get": ["self"],
    "publickey-credentials-create": ["self"],
}
# A post with resident text stays in memory: over the second figure Django would write it to disk (security.md, trap 14), so
# that spil.body_limit does not even read it. No form of Spil needs the first.
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 12 * 1024 * 1024

# --- words and time -------------------------------------------------------------------------------------------------

LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", _("Dutch")), ("en", _("English"))]
LOCALE_PATHS = [SITE_DIR / "locale"]
TIME_ZONE = "Europe/Amsterdam"
USE_I18N = True
USE_TZ = True

# --- static files, media, mail --------------------------------------------------------------------------------------

STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS: list[Path | tuple[str, Path]] = [SITE_DIR / "static"]
# A municipality's own tokens and logo (spil.brand).
BRAND_DIR = Path(text("SPIL_BRAND_DIR")) if text("SPIL_BRAND_DIR") else None
if BRAND_DIR and BRAND_DIR.is_dir():
    STATICFILES_DIRS += [("brand", BRAND_DIR)]
STATICFILES_FINDERS = [
    "spil.stylesheet.StylesheetFinder",
    "django.contrib.staticfiles.finders.FileSystemFinder",
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
]
# Production serves what `collectstatic` gathered, compressed and under hashed names; the demo serves files from where they lie.
COLLECTED = flag("SPIL_COLLECTED", not INVENTED)
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if COLLECTED
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}
WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = not COLLECTED
WHITENOISE_ALLOW_ALL_ORIGINS = False
MEDIA_ROOT = VAR_DIR / "media"
MEDIA_URL = "/media/"

EMAIL_TIMEOUT = 10  # seconds
MAIL_SERVER = mail("SPIL_EMAIL_URL")
if MAIL_SERVER:
    vars().update(MAIL_SERVER)
else:
    EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    EMAIL_FILE_PATH = VAR_DIR / "mail"
if MODE == "test":
    EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
DEFAULT_FROM_EMAIL = text("SPIL_MAIL_FROM", "Spil <spil@localhost>")
SERVER_EMAIL = DEFAULT_FROM_EMAIL

# --- Wagtail --------------------------------------------------------------------------------------------------------

WAGTAIL_SITE_NAME = f"Spil {NETWORK_NAME}"
WAGTAILADMIN_BASE_URL = BASE_URL
WAGTAILADMIN_LOGIN_URL = WAGTAIL_FRONTEND_LOGIN_URL = "accounts:sign_in"
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False
WAGTAIL_PASSWORD_RESET_ENABLED = False
WAGTAILUSERS_PASSWORD_ENABLED = False
WAGTAILADMIN_COMMENTS_ENABLED = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_PRIVATE_PAGE_OPTIONS = {"SHARED_PASSWORD": False}
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILDOCS_PRIVATE_COLLECTION_OPTIONS = {"SHARED_PASSWORD": False}
WAGTAIL_I18N_ENABLED = False
WAGTAILADMIN_PERMITTED_LANGUAGES = [("nl", "Nederlands"), ("en", "English")]
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database", "SEARCH_CONFIG": "dutch"}}
WAGTAIL_APPEND_SLASH = True

# --- the server's own log: ids and levels, never a query, a token or a text ------------------------------------------

DEFAULT_EXCEPTION_REPORTER_FILTER = "spil.errors.NoText"
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "plain": {"()": "spil.logging.Plain", "format": "{asctime} {levelname} {name} {message}", "style": "{"}
    },
    "filters": {"no_query": {"()": "spil.logging.NoQuery"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain", "filters": ["no_query"]}},
    "root": {
        "handlers": ["console"],
        "level": text("SPIL_LOG_LEVEL", "INFO" if MODE == "production" else "WARNING"),
    },
    # A refused path may hold a token: its line says no more than that it was refused.
    "loggers": {"django.request": {"level": "ERROR"}, "uvicorn.access": {"level": "ERROR", "propagate": False}},
}

if MODE == "test":
    # Fast hashes: tests sign in hundreds of times and prove no hash strength (that is Django's own test).
    PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
