"""The environment that the builder's tools get: how to reach the network, and nothing that changes
what they do.

Somebody's own settings (a user install for pip, `NODE_ENV=production`, the git directory of a hook)
would lead the tools to make something else, or to make it elsewhere. Where packages come from, and
through which proxy and with which certificates, is the machine's affair, and is kept.
"""

import os
import re
from collections.abc import Mapping
from pathlib import Path

# What belongs to Python, pip, Node, npm, git and the tools in the cache: dropped, but for KEPT.
OWNED = re.compile(
    r"""PYTHON.* | __PYVENV_LAUNCHER__ | VIRTUAL_ENV.* | PIP_.* | NODE_.* | NPM_.* | GIT_.*
    | ESBUILD_.* | BIOME_.* | RUFF_.* | MYPY.* | FLIT_.*""",
    re.VERBOSE,
)
KEPT = re.compile(
    r"""PYTHON(DONTWRITEBYTECODE|UNBUFFERED|PYCACHEPREFIX)
    | PIP_(INDEX_URL|EXTRA_INDEX_URL|FIND_LINKS|NO_INDEX|TRUSTED_HOST|PROXY|CERT|CLIENT_CERT)
    | PIP_(CONFIG_FILE|KEYRING_PROVIDER|CACHE_DIR|DEFAULT_TIMEOUT|TIMEOUT|RETRIES|USE_FEATURE)
    | NODE_(EXTRA_CA_CERTS|USE_SYSTEM_CA|USE_ENV_PROXY|TLS_REJECT_UNAUTHORIZED)
    | NPM_CONFIG_(.*REGISTRY|//.*|(HTTPS?_)?PROXY|NO_?PROXY|CA|CAFILE|CERT|KEY)
    | NPM_CONFIG_(STRICT_SSL|USERCONFIG|GLOBALCONFIG|CACHE|FETCH_.*|MAXSOCKETS|PREFER_OFFLINE)""",
    re.VERBOSE,
)
TEMPORARY = ("TMPDIR", "TEMP", "TMP")  # some tools do without a folder that is missing, some do not

SET = {
    "PYTHONUTF8": "1",  # what our programs write and read is UTF-8, whatever the locale
    "PIP_NO_INPUT": "1",  # a question would wait for ever
}


def clean(variables: Mapping[str, str]) -> dict[str, str]:
    """Return the variables that the tools may see, with those that they all need."""
    kept = {name: value for name, value in variables.items() if _may_pass(name, value)}
    return {**kept, **SET}


def _may_pass(name: str, value: str) -> bool:
    """Tell whether a variable leaves alone what the tools make."""
    upper = name.upper()  # npm reads its own in either case
    if upper in TEMPORARY:
        return Path(value).is_dir() and os.access(value, os.W_OK)
    return not OWNED.fullmatch(upper) or bool(KEPT.fullmatch(upper.replace("-", "_")))
