# Warrant's unit tests: each GoogleTest case counts as a test of lit's.

import os

import lit.formats

config.name = "warrant-unit"
config.test_format = lit.formats.GoogleTest(".", "_unit_tests")
config.test_source_root = os.path.join(config.warrant_build, "test", "unit")
config.test_exec_root = config.test_source_root
