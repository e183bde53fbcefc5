#!/usr/bin/env python3
"""Prints a device description of COUNT peripherals, 1200 lines each.

usage: large.py COUNT
"""

import sys


def field(number):
    print(f"<field>\n<name>F{number}</name>\n<description>text</description>")
    print(f"<bitOffset>{number}</bitOffset>\n<bitWidth>1</bitWidth>\n</field>")


def register(number):
    print(f"<register>\n<name>R{number}</name>")
    print(f"<addressOffset>{number * 4:#x}</addressOffset>\n<fields>")
    for index in range(3):
        field(index)
    print("</fields>\n</register>")


def peripheral(number):
    print(f"<peripheral>\n<name>P{number}</name>")
    print(f"<baseAddress>{0x40000000 + number * 0x1000:#x}</baseAddress>")
    print("<registers>")
    for index in range(50):
        register(index)
    print("</registers>\n</peripheral>")


print("<device>\n<name>LARGE</name>\n<peripherals>")
for index in range(int(sys.argv[1])):
    peripheral(index)
print("</peripherals>\n</device>")
