"""Become another program that ends when the program's parent dies (Linux).

Run as a script, `leash.py PARENT NICENESS PROGRAM ARGUMENT...`; imports nothing of ours.
"""

import ctypes
import os
import signal
import sys

PR_SET_PDEATHSIG = 1  # linux/prctl.h; the setting outlives exec

if __name__ == "__main__":
    parent, niceness, *command = sys.argv[1:]
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
        if os.getppid() != int(parent):
            sys.exit("the parent is gone")  # it died before the line above
    os.nice(int(niceness))
    os.execv(command[0], command)
