#include "cli/ontology_file.hpp"

#include "extraction/ontology.hpp"

#include <fstream>
#include <iterator>
#include <stdexcept>

namespace throughline::cli {

void use_ontology_file(const std::string& path) {
    if (path.empty()) return;
    std::ifstream file(path, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    if (!file) throw std::runtime_error("cannot read " + path);
    extraction::install_ontology(extraction::ontology::read(bytes, path));
}

}  // namespace throughline::cli
