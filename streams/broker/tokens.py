"""Tokens for OAUTHBEARER from a command, such as a cloud's own program that prints one."""

import asyncio
import base64
import binascii
import json
import shlex
import subprocess
import threading
import time
from collections.abc import Callable
from functools import lru_cache

TIMEOUT_S = 10.0
LONGEST_MARGIN_S = 60.0  # a token is renewed this long before its end, or after 4/5 of its life


class TokenError(Exception):
    """The token command gives no token."""


class TokenCommand:
    """Runs a command for a token; a JWT is kept until shortly before its `exp`.

    Serves kafka-python, which calls `token` from its own threads.
    """

    def __init__(
        self,
        command: str,
        timeout_s: float = TIMEOUT_S,
        now: Callable[[], float] = time.time,
    ) -> None:
        self._arguments = shlex.split(command)
        if not self._arguments:
            raise TokenError("the token command is empty")
        self._timeout_s = timeout_s
        self._now = now
        self._lock = threading.Lock()
        self._token = ""
        self._renew_at = 0.0

    def token(self) -> str:
        """A token that is good for a while; raises TokenError."""
        with self._lock:
            if self._now() >= self._renew_at:
                self._token = self._run()
                self._renew_at = _renewal_time(self._token, self._now())
            return self._token

    def extensions(self) -> dict[str, str]:
        """SASL extensions: none."""
        return {}

    def _run(self) -> str:
        program = self._arguments[0]  # the arguments may hold secrets: never quote them
        try:
            done = subprocess.run(
                self._arguments,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                text=True,
                timeout=self._timeout_s,
                check=False,
            )
        except subprocess.TimeoutExpired:
            raise TokenError(
                f"the token command {program!r} took longer than {self._timeout_s:g} s"
            ) from None
        except OSError as error:
            raise TokenError(
                f"the token command {program!r} cannot be run: {error.strerror}"
            ) from error
        if done.returncode != 0:
            last = done.stderr.strip().rpartition("\n")[2] or "it said nothing"
            raise TokenError(f"the token command {program!r} failed ({done.returncode}): {last}")
        if not (token := done.stdout.strip()):
            raise TokenError(f"the token command {program!r} printed nothing")
        return token


class AsyncTokens:
    """The same for aiokafka, which awaits its tokens: the command runs in a thread."""

    def __init__(self, command: TokenCommand) -> None:
        self._command = command

    async def token(self) -> str:
        """A token that is good for a while; raises TokenError."""
        return await asyncio.to_thread(self._command.token)

    def extensions(self) -> dict[str, str]:
        """SASL extensions: none."""
        return {}


@lru_cache(maxsize=8)
def token_command(command: str) -> TokenCommand:
    """One for all clients of this process, so that they share its tokens."""
    return TokenCommand(command)


def _renewal_time(token: str, now: float) -> float:
    """When to ask again; at once for what is not a JWT with an end."""
    expires = _expiry(token)
    if expires is None:
        return now
    return expires - min(LONGEST_MARGIN_S, (expires - now) / 5)


def _expiry(token: str) -> float | None:
    """The `exp` of a JWT (RFC 7519), seconds since 1970; its signature is the broker's affair."""
    parts = token.split(".")
    if len(parts) != 3:
        return None
    try:
        claims = json.loads(base64.urlsafe_b64decode(parts[1] + "=" * (-len(parts[1]) % 4)))
    except (binascii.Error, ValueError):
        return None
    expires = claims.get("exp") if isinstance(claims, dict) else None
    return float(expires) if isinstance(expires, int | float) else None
