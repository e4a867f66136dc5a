#!/usr/bin/python3
"""Makes a copy of ONNX Runtime that uses neither AVX-512 nor VNNI, to measure the kernels of cheaper processors on this one.

    benchmarks/tesseract/mask.py artifacts/bin/Ocr.Benchmarks/release/libonnxruntime.so     # replaces the file; a build restores it
    benchmarks/tesseract/compare.py --masked

The library detects the processor's features in two places: XGETBV for the registers that the system saves, and CPUID leaf 7, subleaf 1 for AVX-VNNI. The first is
replaced by the answer of a system that saves the registers of AVX only, the second by no feature. The code of this project does not change; compare.py
limits .NET by DOTNET_EnableAVX512=0 and DOTNET_EnableAVXVNNI=0.
"""

import sys
from pathlib import Path

# xgetbv; mov eax, eax; shl rdx, 32; or rdx, rax; not rax  ->  mov al, 7; nop; ...
STATE = bytes.fromhex("0f01d089c048c1e2204809c248f7d0")
# mov eax, 7; mov ecx, 1; cpuid; test al, 16  ->  mov eax, 7; mov ecx, 1; xor eax, eax; ...
VNNI = bytes.fromhex("b807000000b9010000000fa2a810")


def masked(library):
    """The bytes of the library with both answers replaced."""
    if STATE not in library or VNNI not in library:
        raise SystemExit("This version detects the features in another way: compare the disassembly of MLAS_PLATFORM with the patterns here.")
    return library.replace(STATE, b"\xb0\x07\x90" + STATE[3:]).replace(VNNI, VNNI[:10] + b"\x31\xc0" + VNNI[12:])


if __name__ == "__main__":
    path = Path(sys.argv[1])
    path.write_bytes(masked(path.read_bytes()))
