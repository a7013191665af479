"""What a measurement was made on, in words."""

import datetime
import os
import platform
import re
import subprocess
from pathlib import Path

import numpy as np

CPUINFO = Path("/proc/cpuinfo")


def described() -> str:
    """Today, the processor, how many cores of it, and the operating system."""
    today = datetime.date.today().isoformat()
    return f"{today}, {processor()}, {os.cpu_count()} cores, {platform.system()}"


def processor() -> str:
    """The model of the processor, as far as the system tells it."""
    if CPUINFO.is_file() and (found := re.search(r"model name\s*:\s*(.+)", CPUINFO.read_text())):
        return found[1]
    return platform.processor() or platform.machine()


def versions() -> str:
    """What runs natively."""
    node = subprocess.run(["node", "--version"], capture_output=True, text=True, check=True).stdout
    return f"Python {platform.python_version()}, NumPy {np.__version__}, Node {node.strip()[1:]}"
