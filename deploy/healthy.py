"""Whether the workers of this container are well: `healthy.py PORT...`, exit code 0 or 1.

A container may run some of the stages: a port where nobody listens counts for nothing, but one
must answer. A worker that listens and does not answer in time is ill.
"""

import sys
from collections.abc import Iterable
from http.client import HTTPConnection, HTTPException

_TIMEOUT_S = 3.0


def is_well(port: int) -> bool | None:
    """What /healthz says; None where nobody listens."""
    connection = HTTPConnection("127.0.0.1", port, timeout=_TIMEOUT_S)
    try:
        connection.request("GET", "/healthz")
        return connection.getresponse().status == 200
    except ConnectionRefusedError:
        return None
    except (OSError, HTTPException):
        return False
    finally:
        connection.close()


def are_well(ports: Iterable[int]) -> bool:
    """Whether all that listen are well, and there is one."""
    answers = [answer for port in ports if (answer := is_well(port)) is not None]
    return bool(answers) and all(answers)


if __name__ == "__main__":
    sys.exit(0 if are_well(map(int, sys.argv[1:])) else 1)
