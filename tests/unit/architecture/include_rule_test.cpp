// Holds the sources to docs/architecture.md: who may include whom, how long a file may be.
#include "support/paths.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace fs = std::filesystem;

namespace {

const std::set<std::string> domain{"core",       "document", "text",     "temporal", "language", "entities",
                                   "extraction", "linking",  "timeline", "pipeline", "exports",  "ingest"};

std::string read(const fs::path& file) {
    std::ifstream in(file);
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

std::vector<fs::path> sources(const char* below = "service") {
    std::vector<fs::path> found;
    for (const auto& entry : fs::recursive_directory_iterator(throughline::test::source_dir() / below))
        if (entry.path().extension() == ".cpp" || entry.path().extension() == ".hpp") found.push_back(entry.path());
    return found;
}

std::string folder_of(const fs::path& file) {
    return fs::relative(file, throughline::test::source_dir() / "service").begin()->string();
}

/// For each folder of service/ the folders that its CMakeLists.txt links, and theirs.
std::map<std::string, std::set<std::string>> allowed() {
    std::map<std::string, std::set<std::string>> direct;
    const std::regex linked("tl_([a-z_]+)");
    for (const auto& entry : fs::directory_iterator(throughline::test::source_dir() / "service")) {
        if (!entry.is_directory()) continue;
        const auto text = read(entry.path() / "CMakeLists.txt");
        auto& row = direct[entry.path().filename().string()];
        for (std::sregex_iterator match(text.begin(), text.end(), linked), end; match != end; ++match)
            row.insert((*match)[1]);
    }
    for (bool grown = true; grown;) {
        grown = false;
        for (auto& [folder, row] : direct) {
            const auto size = row.size();
            for (const auto& other : std::set<std::string>(row)) row.insert(direct[other].begin(), direct[other].end());
            grown = grown || row.size() > size;
        }
    }
    return direct;
}

}  // namespace

TEST_CASE("a folder includes only what its CMakeLists.txt lists, directly or through another folder") {
    auto may = allowed();
    const std::regex include("#include \"([a-z_]+)/");
    for (const auto& file : sources()) {
        const auto folder = folder_of(file);
        const auto text = read(file);
        if (!may.contains(folder)) continue;  // service/main.cpp
        for (std::sregex_iterator match(text.begin(), text.end(), include), end; match != end; ++match) {
            CAPTURE(file);
            CAPTURE((*match)[1].str());
            CHECK((folder == (*match)[1] || may[folder].contains((*match)[1])));
        }
    }
}

TEST_CASE("the folders depend on each other in one direction") {
    const auto may = allowed();
    for (const auto& [folder, row] : may)
        for (const auto& other : row) {
            CAPTURE(folder);
            CAPTURE(other);
            CHECK((folder == other || !may.at(other).contains(folder)));
        }
}

TEST_CASE("the domain knows neither sockets nor the database") {
    const std::regex foreign("#include <(boost/asio|boost/beast|pqxx|libpq)");
    for (const auto& file : sources()) {
        CAPTURE(file);
        if (domain.contains(folder_of(file))) CHECK_FALSE(std::regex_search(read(file), foreign));
    }
}

TEST_CASE("no source is over 400 lines, no test either") {
    for (const auto* below : {"service", "tests"})
        for (const auto& file : sources(below)) {
            const auto text = read(file);
            CAPTURE(file);
            CHECK(std::count(text.begin(), text.end(), '\n') <= 400);
        }
}

TEST_CASE("every header opens with what it is for and guards itself") {
    for (const auto& file : sources()) {
        const auto text = read(file);
        CAPTURE(file);
        if (file.extension() != ".hpp") continue;
        CHECK(text.starts_with("// "));
        CHECK(text.find("#pragma once") != std::string::npos);
    }
}
