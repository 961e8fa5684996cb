"""A small application to test against: a shop's back office with sign-in, orders, notes and switchable faults."""

from __future__ import annotations

from .app import create_demo
from .faults import Fault, UnknownFaultError, fault_table
from .store import Store

__all__ = ["Fault", "Store", "UnknownFaultError", "create_demo", "fault_table"]
