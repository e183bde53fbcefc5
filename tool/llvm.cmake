# LLVM and Clang of one major version, asked from llvm-config.
#
# Not find_package(Clang): its targets demand every tool that was built beside
# the libraries (clangd, clang-doc, ...) and link libLLVM's shared library even
# where the archives are wanted.
#
#   warrant_llvm_headers   include folders of both
#   warrant_clang          what the scanner links: archives, or the two shared
#                          libraries with WARRANT_SHARED_LLVM
#   WARRANT_LLVM_VERSION   the full version
#   WARRANT_RESOURCE_DIR   Clang's builtin headers

find_program(WARRANT_LLVM_CONFIG llvm-config
  NAMES llvm-config-${WARRANT_LLVM} NO_CACHE REQUIRED
  HINTS /usr/lib/llvm-${WARRANT_LLVM}/bin)

function(warrant_llvm_config VARIABLE)
  execute_process(COMMAND ${WARRANT_LLVM_CONFIG} ${ARGN}
    OUTPUT_VARIABLE OUTPUT OUTPUT_STRIP_TRAILING_WHITESPACE
    COMMAND_ERROR_IS_FATAL ANY)
  set(${VARIABLE} ${OUTPUT} PARENT_SCOPE)
endfunction()

warrant_llvm_config(WARRANT_LLVM_VERSION --version)
warrant_llvm_config(WARRANT_LLVM_INCLUDE --includedir)
warrant_llvm_config(WARRANT_LLVM_LIBRARIES --libdir)
warrant_llvm_config(WARRANT_LLVM_TOOLS --bindir)
warrant_llvm_config(WARRANT_LLVM_RTTI --has-rtti)
if(NOT WARRANT_LLVM_VERSION MATCHES "^${WARRANT_LLVM}\\.")
  message(FATAL_ERROR "${WARRANT_LLVM_CONFIG} is LLVM ${WARRANT_LLVM_VERSION}, "
    "but WARRANT_LLVM is ${WARRANT_LLVM}")
endif()

execute_process(
  COMMAND ${WARRANT_LLVM_TOOLS}/clang -print-resource-dir
  OUTPUT_VARIABLE WARRANT_RESOURCE_DIR OUTPUT_STRIP_TRAILING_WHITESPACE
  COMMAND_ERROR_IS_FATAL ANY)

add_library(warrant_llvm_headers INTERFACE)
target_include_directories(warrant_llvm_headers SYSTEM INTERFACE
  ${WARRANT_LLVM_INCLUDE})
if(WARRANT_LLVM_RTTI STREQUAL "NO")
  target_compile_options(warrant_llvm_headers INTERFACE -fno-rtti)
endif()

add_library(warrant_clang INTERFACE)
if(WARRANT_SHARED_LLVM)
  # Debian has no unversioned name for them on the linker's path.
  file(GLOB WARRANT_SHARED
    ${WARRANT_LLVM_LIBRARIES}/libclang-cpp.so.${WARRANT_LLVM}*
    ${WARRANT_LLVM_LIBRARIES}/libLLVM.so.${WARRANT_LLVM}*)
  target_link_libraries(warrant_clang INTERFACE ${WARRANT_SHARED})
else()
  set(WARRANT_ARCHIVES)
  foreach(NAME Tooling ToolingInclusionsStdlib ToolingInclusions Format
      ToolingCore Index Frontend
      Driver Serialization Parse Sema Analysis ASTMatchers Rewrite Edit AST
      APINotes Lex Support Basic)
    list(APPEND WARRANT_ARCHIVES ${WARRANT_LLVM_LIBRARIES}/libclang${NAME}.a)
  endforeach()
  warrant_llvm_config(WARRANT_LLVM_ARCHIVES --link-static --libfiles
    frontendopenmp frontendhlsl option windowsdriver profiledata bitreader
    mcparser targetparser support)
  separate_arguments(WARRANT_LLVM_ARCHIVES)
  # The targets' names only: llvm-config has no component for them alone.
  file(GLOB WARRANT_TARGET_INFOS ${WARRANT_LLVM_LIBRARIES}/libLLVM*Info.a)
  warrant_llvm_config(WARRANT_SYSTEM_LIBRARIES --link-static --system-libs)
  separate_arguments(WARRANT_SYSTEM_LIBRARIES)
  target_link_libraries(warrant_clang INTERFACE ${WARRANT_ARCHIVES}
    ${WARRANT_TARGET_INFOS} ${WARRANT_LLVM_ARCHIVES} ${WARRANT_SYSTEM_LIBRARIES})
endif()
