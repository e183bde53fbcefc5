# Run by cpack before it makes a package.
foreach(tool dpkg-shlibdeps file)
  find_program(found_${tool} ${tool})
  if(NOT found_${tool})
    message(FATAL_ERROR "'${tool}' is not there, which finds the libraries that "
                        "the package depends on: apt-get install dpkg-dev file")
  endif()
endforeach()
