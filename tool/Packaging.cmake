# What is installed, and the Debian package that `cpack -G DEB` makes of it.

set(WARRANT_PLUGIN_FOLDER lib/warrant)
set(WARRANT_DOCUMENTS ${CMAKE_INSTALL_DATADIR}/doc/warrant)
set(WARRANT_SHARE ${PROJECT_BINARY_DIR}/share)
set(PAGES ${WARRANT_SHARE}/man/man1/warrant.1.gz)
set(COMPLETIONS ${WARRANT_SHARE}/bash/warrant ${WARRANT_SHARE}/zsh/_warrant)

# The program itself knows its options. Distributions have pages compressed.
add_custom_command(OUTPUT ${PAGES} ${COMPLETIONS}
  COMMAND ${CMAKE_COMMAND} -E rm -rf ${WARRANT_SHARE}
  COMMAND ${CMAKE_COMMAND} -E make_directory ${WARRANT_SHARE}/bash ${WARRANT_SHARE}/zsh
  COMMAND warrant manual --dir ${WARRANT_SHARE}/man/man1
  COMMAND gzip -9nr ${WARRANT_SHARE}/man
  COMMAND warrant completion bash > ${WARRANT_SHARE}/bash/warrant
  COMMAND warrant completion zsh > ${WARRANT_SHARE}/zsh/_warrant
  DEPENDS warrant VERBATIM)
add_custom_target(warrant_pages ALL DEPENDS ${PAGES} ${COMPLETIONS})

include(CMakePackageConfigHelpers)
write_basic_package_version_file(${WARRANT_SHARE}/../WarrantConfigVersion.cmake
  COMPATIBILITY SameMajorVersion ARCH_INDEPENDENT)
install(TARGETS warrant RUNTIME)
# Not below the architecture's folder, so that what is written into a
# .clang-tidy or a preset holds on each.
install(FILES WarrantConfig.cmake ${PROJECT_BINARY_DIR}/WarrantConfigVersion.cmake
  DESTINATION lib/cmake/Warrant)
install(DIRECTORY ${WARRANT_SHARE}/man DESTINATION ${CMAKE_INSTALL_DATADIR})
install(FILES ${WARRANT_SHARE}/bash/warrant
  DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
install(FILES ${WARRANT_SHARE}/zsh/_warrant
  DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions)
# To be read and copied: the program has its own of them within.
install(DIRECTORY ${PROJECT_SOURCE_DIR}/checks/overlays ${PROJECT_SOURCE_DIR}/checks/wrappers
  DESTINATION ${CMAKE_INSTALL_DATADIR}/warrant)
file(GLOB SCHEMAS CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/docs/*.schema.json)
install(FILES ${SCHEMAS} DESTINATION ${CMAKE_INSTALL_DATADIR}/warrant/schemas)
install(DIRECTORY ${PROJECT_SOURCE_DIR}/docs/ DESTINATION ${WARRANT_DOCUMENTS}/docs
  PATTERN decisions EXCLUDE PATTERN contributing.md EXCLUDE PATTERN build EXCLUDE
  PATTERN *.json EXCLUDE)
# copyright is Debian's form of it, with what is linked in.
install(FILES ${PROJECT_SOURCE_DIR}/README.md ${PROJECT_SOURCE_DIR}/CHANGELOG.md
  ${PROJECT_SOURCE_DIR}/LICENSE copyright DESTINATION ${WARRANT_DOCUMENTS})

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME warrant)
set(CPACK_PACKAGE_CONTACT "Warrant <root@localhost>" CACHE STRING
  "Who is named as the package's maintainer")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "audit of raw memory operations in C and C++")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
"Warrant lists the raw-memory operations of a C or C++ project, tells which of
them have a SAFETY comment that says why they are sound, proves the trivial
ones, and fails a change that adds an undocumented one.
.
This package has the scanner, a plugin for clang-tidy, clang-tidy and clangd
with the checks within, a package for CMake,
manual pages and completions for bash and zsh.")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION devel)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
# LLVM is within; its headers for what is analysed are not.
set(CPACK_DEBIAN_PACKAGE_DEPENDS libclang-common-${WARRANT_LLVM}-dev)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# Without them CPack leaves the libraries out of the dependencies, and says so
# in a line that nobody reads.
set(CPACK_PRE_BUILD_SCRIPTS ${CMAKE_CURRENT_LIST_DIR}/PackagingTools.cmake)
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS git)
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "clang-tidy-${WARRANT_LLVM}, cmake")
include(CPack)
