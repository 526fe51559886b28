"""Become another program that ends when the program's parent dies (Linux).

Run as a script, `leash.py PARENT NICENESS GRACE_S PROGRAM ARGUMENT...`; imports nothing of ours.
"""

import ctypes
import os
import select
import signal
import sys
from collections.abc import Sequence

PR_SET_PDEATHSIG = 1  # linux/prctl.h; the setting outlives exec
GRACE_S = 60.0  # for the batch in hand, the commit and the goodbye


def leashed(command: Sequence[str], niceness: int = 0, grace_s: float = GRACE_S) -> list[str]:
    """The command line that runs the command as a child which gets SIGTERM when we die.

    And SIGKILL, the grace time later: what it waits for may have died with us.

    Linux ties a child to the thread that starts it: start it from one that lives as long.
    """
    script = [sys.executable, "-I", "-S", __file__]
    return [*script, str(os.getpid()), str(niceness), str(grace_s), *command]


def main(parent: int, niceness: int, grace_s: float, command: list[str]) -> None:
    """Replaces this process by the command."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
        if os.getppid() != parent:
            sys.exit("the parent is gone")  # it died before the line above
        guard(parent, grace_s)
    os.nice(niceness)
    os.execv(command[0], command)


def guard(parent: int, grace_s: float) -> None:
    """Leaves a process that kills this one where it outlives the parent by the grace time."""
    try:
        parents_end, our_end = os.pidfd_open(parent), os.pidfd_open(os.getpid())
    except (AttributeError, OSError):
        return  # Linux before 5.3: the SIGTERM has to do
    if os.fork():
        os.close(parents_end)
        os.close(our_end)
        return
    nothing = os.open(os.devnull, os.O_RDWR)
    for standard in range(3):  # who reads the program's output waits for its last holder
        os.dup2(nothing, standard)
    for number in (signal.SIGINT, signal.SIGHUP):  # a terminal's are for the program
        signal.signal(number, signal.SIG_IGN)
    select.select([parents_end, our_end], [], [])
    if not select.select([our_end], [], [], grace_s)[0]:
        signal.pidfd_send_signal(our_end, signal.SIGKILL)
    os._exit(0)


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3]), sys.argv[4:])
