"""A program as seen from outside, in Linux's /proc: its CPU time, its memory, its end."""

import os
import re
import subprocess
from pathlib import Path
from typing import Self

from .ending import check_end, started, wait_for
from .errors import BenchError
from .programs import Program

_ENDING_S = 60.0
_PEAK = re.compile(r"^VmHWM:\s+(\d+) kB$", re.M)
_NOW = re.compile(r"^VmRSS:\s+(\d+) kB$", re.M)
_STATE, _USER, _SYSTEM = 0, 11, 12  # proc(5), /proc/pid/stat, counted behind the name


class Watched:
    """Runs the program in the folder while entered; killed where it is left too early."""

    def __init__(self, program: Program, folder: Path) -> None:
        self.cpu_s = 0.0
        self.peak_bytes = 0
        self.resident_bytes = 0
        self.has_ended = False
        self._program = program
        self._folder = folder
        self._log = folder / "said.log"

    def __enter__(self) -> Self:
        if not Path("/proc/self/stat").exists():
            raise BenchError("CPU time and memory of other programs are read from Linux's /proc")
        with self._log.open("wb") as log:
            self._process = started(
                self._program.command, cwd=self._folder, env=self._program.environment,
                stdin=subprocess.DEVNULL, stdout=log, stderr=log,
            )  # fmt: skip
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.wait()

    def look(self) -> None:
        """Brings the figures up to date. A program that has ended keeps them until `end`.

        Raises where the run is to end: whoever waits for a program looks at it.
        """
        check_end()
        proc = Path("/proc") / str(self._process.pid)
        fields = proc.joinpath("stat").read_text("utf-8", "replace").rpartition(")")[2].split()
        self.has_ended = fields[_STATE] == "Z"
        ticks = int(fields[_USER]) + int(fields[_SYSTEM])
        self.cpu_s = ticks / os.sysconf("SC_CLK_TCK")
        status = proc.joinpath("status").read_text("utf-8", "replace")
        if (peak := _PEAK.search(status)) and (now := _NOW.search(status)):
            self.peak_bytes, self.resident_bytes = int(peak[1]) * 1024, int(now[1]) * 1024

    def end(self) -> None:
        """Waits for its end, asking for it where it must be asked. BenchError unless it is 0."""
        if self._program.ended_by is not None:
            self._process.send_signal(self._program.ended_by)
        try:
            code = wait_for(self._process, _ENDING_S)
        except subprocess.TimeoutExpired:
            raise self.failure("does not end") from None
        if code:
            raise self.failure(f"ended with code {code}")

    @property
    def said(self) -> str:
        """What it has said so far."""
        return self._log.read_text("utf-8", "replace")

    def failure(self, what: str) -> BenchError:
        """The error that says what is wrong with it, and what it said last."""
        said = self.said.strip().splitlines()[-5:]
        return BenchError("\n".join([f"{self._program.name} {what}", *said]))
