"""The number format of training: bfloat16 where the processor computes with it, because elsewhere it is slower than float32."""

from pathlib import Path

import torch


def autocast():
    flags = Path("/proc/cpuinfo").read_text()
    return torch.autocast("cpu", torch.bfloat16, enabled="avx512_bf16" in flags or "amx_bf16" in flags)
