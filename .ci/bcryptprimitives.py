"""Writes to standard output a library that wine before version 9 lacks and every Go
program wants: its one function, ProcessPrng, is forwarded to SystemFunction036 of
advapi32, which fills a buffer with random bytes too.

The format is that of Microsoft's "PE Format": headers and one section, which holds
the table of exports.
"""

import struct
import sys

NAME, FUNCTION, FORWARD = b"bcryptprimitives.dll\0", b"ProcessPrng\0", b"advapi32.SystemFunction036\0"
BASE, ALIGNMENT = 0x1000, 512  # where the section begins in memory, and of it in the file


def exports():
    addresses = BASE + 40  # behind the directory
    names = addresses + 4
    ordinals = names + 4
    name = ordinals + 2
    function = name + len(NAME)
    forward = function + len(FUNCTION)
    directory = struct.pack("<IIHH7I", 0, 0, 0, 0, name, 1, 1, 1, addresses, names, ordinals)
    return directory + struct.pack("<IIH", forward, function, 0) + NAME + FUNCTION + FORWARD


def library():
    section = exports()
    size = -len(section) // ALIGNMENT * -ALIGNMENT
    dos = b"MZ".ljust(60, b"\0") + struct.pack("<I", 64)
    file = b"PE\0\0" + struct.pack("<HHIIIHH", 0x8664, 1, 0, 0, 0, 240, 0x2022)
    optional = struct.pack("<HBBIIIII", 0x20B, 14, 0, 0, size, 0, 0, BASE)
    optional += struct.pack("<QII6HIIIIHH", 0x180000000, 0x1000, ALIGNMENT, 6, 0, 0, 0, 6, 0, 0, 0x2000, ALIGNMENT, 0, 2, 0x160)
    optional += struct.pack("<QQQQII", 0x100000, 0x1000, 0x100000, 0x1000, 0, 16)
    optional += struct.pack("<II", BASE, len(section)).ljust(16 * 8, b"\0")
    header = struct.pack("<8sIIIIIIHHI", b".rdata", len(section), BASE, size, ALIGNMENT, 0, 0, 0, 0, 0x40000040)
    return (dos + file + optional + header).ljust(ALIGNMENT, b"\0") + section.ljust(size, b"\0")


sys.stdout.buffer.write(library())
