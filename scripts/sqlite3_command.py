#!/usr/bin/env python3
"""Stands in for the `sqlite3` command in the build of PROJ: reads statements from stdin and runs them on the database named."""

import sqlite3
import sys

if len(sys.argv) != 2:
    sys.exit("usage: sqlite3 DATABASE < STATEMENTS")
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.executescript(sys.stdin.read())
connection.close()
