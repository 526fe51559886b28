"""Become another program that ends when the program's parent dies (Linux).

Run as a script, `leash.py PARENT NICENESS PROGRAM ARGUMENT...`; imports nothing of ours.
"""

import ctypes
import os
import signal
import sys
from collections.abc import Sequence

PR_SET_PDEATHSIG = 1  # linux/prctl.h; the setting outlives exec


def leashed(command: Sequence[str], niceness: int = 0) -> list[str]:
    """The command line that runs the command as a child which gets SIGTERM when we die.

    Linux ties a child to the thread that starts it: start it from one that lives as long.
    """
    script = [sys.executable, "-I", "-S", __file__]
    return [*script, str(os.getpid()), str(niceness), *command]


def main(parent: int, niceness: int, command: list[str]) -> None:
    """Replaces this process by the command."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
        if os.getppid() != parent:
            sys.exit("the parent is gone")  # it died before the line above
    os.nice(niceness)
    os.execv(command[0], command)


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]), sys.argv[3:])
