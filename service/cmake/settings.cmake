# Compiler settings shared by every target: C++20, warnings, sanitizers.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR})

if(NOT CMAKE_BUILD_TYPE)
    set(CMAKE_BUILD_TYPE Release CACHE STRING "" FORCE)
endif()

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM)
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE_PROGRAM})
endif()

add_library(throughline_settings INTERFACE)
target_include_directories(throughline_settings INTERFACE ${CMAKE_SOURCE_DIR}/service)
target_compile_options(throughline_settings INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow=local -Wconversion -Wnon-virtual-dtor)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # g++ 12 reports the first falsely in coroutine code, the second where it inlines sums of strings (GCC bug 105651).
    target_compile_options(throughline_settings INTERFACE -Wno-mismatched-new-delete $<$<CONFIG:Release>:-Wno-restrict>)
endif()
if(THROUGHLINE_WERROR)
    target_compile_options(throughline_settings INTERFACE -Werror)
endif()
if(THROUGHLINE_SANITIZER)
    add_compile_options(-fsanitize=${THROUGHLINE_SANITIZER} -fno-omit-frame-pointer)
    add_link_options(-fsanitize=${THROUGHLINE_SANITIZER})
    if(THROUGHLINE_SANITIZER MATCHES "undefined")
        add_compile_options(-fno-sanitize-recover=undefined)
    endif()
    if(THROUGHLINE_SANITIZER MATCHES "thread")
        # Asio uses atomic_thread_fence, which the thread sanitizer does not model.
        add_compile_options(-Wno-tsan)
    endif()
endif()
