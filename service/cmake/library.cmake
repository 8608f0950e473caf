# throughline_library(NAME [folder targets and third-party targets...])
# One static library for the folder that calls it. What a folder may include is what it lists here;
# tests/unit/architecture holds the include directives to the same rule.
function(throughline_library NAME)
    file(GLOB SOURCES CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp)
    if(SOURCES)
        add_library(${NAME} STATIC ${SOURCES})
        target_link_libraries(${NAME} PUBLIC throughline_settings ${ARGN})
    else()
        add_library(${NAME} INTERFACE)
        target_link_libraries(${NAME} INTERFACE throughline_settings ${ARGN})
    endif()
endfunction()
