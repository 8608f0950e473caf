# throughline_resources(NAME FILE...)
# A static library that carries the files inside the binary, read through resources/resources.hpp.
# A file's resource name is its path below the project's root.
function(throughline_resources NAME)
    set(ASSEMBLY "    .section .rodata\n")
    set(DECLARATIONS "")
    set(ROWS "")
    set(INDEX 0)
    foreach(FILE ${ARGN})
        file(RELATIVE_PATH KEY ${CMAKE_SOURCE_DIR} ${FILE})
        if(KEY MATCHES "^\\.\\./" OR KEY MATCHES "^build/")
            file(RELATIVE_PATH KEY ${CMAKE_BINARY_DIR} ${FILE})
        endif()
        set(SYMBOL "throughline_resource_${INDEX}")
        string(APPEND ASSEMBLY
            "    .balign 64\n    .global ${SYMBOL}\n    .global ${SYMBOL}_end\n"
            "${SYMBOL}:\n    .incbin \"${FILE}\"\n${SYMBOL}_end:\n    .byte 0\n")
        string(APPEND DECLARATIONS "extern \"C\" const char ${SYMBOL}[];\nextern \"C\" const char ${SYMBOL}_end[];\n")
        string(APPEND ROWS "    {\"${KEY}\", ${SYMBOL}, ${SYMBOL}_end},\n")
        math(EXPR INDEX "${INDEX} + 1")
    endforeach()
    string(APPEND ASSEMBLY "    .section .note.GNU-stack,\"\",@progbits\n")
    set(ASM_FILE ${CMAKE_CURRENT_BINARY_DIR}/${NAME}_data.S)
    set(CPP_FILE ${CMAKE_CURRENT_BINARY_DIR}/${NAME}_table.cpp)
    file(CONFIGURE OUTPUT ${ASM_FILE} CONTENT "${ASSEMBLY}" @ONLY)
    file(CONFIGURE OUTPUT ${CPP_FILE} CONTENT
"#include \"resources/table.hpp\"

${DECLARATIONS}
namespace throughline::resources {
namespace {
const table_row rows[] = {
${ROWS}};
}
std::span<const table_row> table() { return rows; }
}
" @ONLY)
    set_source_files_properties(${ASM_FILE} PROPERTIES OBJECT_DEPENDS "${ARGN}")
    add_library(${NAME} STATIC ${ASM_FILE} ${CPP_FILE}
        ${CMAKE_CURRENT_SOURCE_DIR}/resources.cpp ${CMAKE_CURRENT_SOURCE_DIR}/large_pages.cpp)
    target_link_libraries(${NAME} PUBLIC throughline_settings)
endfunction()
