# find_package(Warrant), for projects that are built with CMake.
#
#   find_package(Warrant REQUIRED)
#   warrant_add_audit(audit)              # a target: cmake --build build -t audit
#   warrant_add_audit(audit_net PATHS src/net OPTIONS --fail-on=undocumented)
#
# The target scans what the build's compile_commands.json has, below PATHS where
# they are given. With a .warrant-baseline in the source folder it fails on what
# is new, unless OPTIONS say what it fails on.

find_program(WARRANT_EXECUTABLE warrant HINTS "${CMAKE_CURRENT_LIST_DIR}/../../../bin"
  "${CMAKE_CURRENT_LIST_DIR}/../../../../bin")
include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(Warrant REQUIRED_VARS WARRANT_EXECUTABLE)

# The project's own targets need it to be audited.
if(Warrant_FOUND)
  set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
endif()

function(warrant_add_audit NAME)
  cmake_parse_arguments(PARSE_ARGV 1 AUDIT "" "" "PATHS;OPTIONS")
  if(AUDIT_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "warrant_add_audit: unknown arguments ${AUDIT_UNPARSED_ARGUMENTS}")
  endif()
  if(NOT AUDIT_OPTIONS AND EXISTS "${CMAKE_SOURCE_DIR}/.warrant-baseline")
    set(AUDIT_OPTIONS --fail-on=new)
  endif()
  add_custom_target(${NAME}
    COMMAND "${WARRANT_EXECUTABLE}" scan -p "${CMAKE_BINARY_DIR}" ${AUDIT_OPTIONS} ${AUDIT_PATHS}
    WORKING_DIRECTORY "${CMAKE_SOURCE_DIR}"
    COMMENT "Auditing raw memory"
    USES_TERMINAL VERBATIM)
endfunction()
