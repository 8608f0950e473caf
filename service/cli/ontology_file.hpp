// The event ontology of a file in place of the one inside the binary.
#pragma once

#include <string>

namespace throughline::cli {

/// Makes every stage of this process use the ontology of a file; "" leaves the one inside the binary. Must be called
/// before any article is read. Throws std::runtime_error that names the file, and where it is no ontology the line.
void use_ontology_file(const std::string& path);

}  // namespace throughline::cli
