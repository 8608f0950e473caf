// schema/database.sql is what the migrations make. After a new migration: tests/tools/schema-snapshot.
#include "cluster/postgres_binaries.hpp"
#include "support/paths.hpp"
#include "support/temp_database.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <memory>
#include <optional>
#include <sstream>
#include <string>

namespace tl = throughline;

namespace {

std::string output_of(const std::string& command) {
    const std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(command.c_str(), "r"), pclose);
    REQUIRE(pipe);
    std::string text;
    std::array<char, 4096> buffer{};
    for (std::size_t n = 0; (n = std::fread(buffer.data(), 1, buffer.size(), pipe.get())) > 0;)
        text.append(buffer.data(), n);
    return text;
}

/// Statements alone: what depends on the server's version, its settings and comments are left out.
std::string normalised(const std::string& dump) {
    std::istringstream lines(dump);
    std::string text;
    bool blank = true;
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with("--") || line.starts_with("SET ") || line.starts_with("\\") ||
            line.starts_with("SELECT pg_catalog.set_config"))
            continue;
        if (line.empty() && blank) continue;
        blank = line.empty();
        text += line + '\n';
    }
    while (text.ends_with("\n\n")) text.pop_back();
    return text;
}

std::string content_of(const std::filesystem::path& file) {
    std::ifstream in(file);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

}  // namespace

TEST_SUITE_BEGIN("storage/schema");

TEST_CASE("the snapshot of the schema is what the migrations make") {
    const tl::test::temp_database database;
    const auto snapshot = tl::test::source_dir() / "schema" / "database.sql";
    const auto pg_dump = tl::cluster::find_postgres(std::nullopt).folder / "pg_dump";

    const auto schema = normalised(
        output_of("'" + pg_dump.string() + "' --schema-only --no-owner --no-privileges '" + database.url() + "'"));

    REQUIRE_FALSE(schema.empty());
    if (std::getenv("THROUGHLINE_UPDATE_SNAPSHOT") != nullptr) std::ofstream(snapshot) << schema;
    CHECK(schema == content_of(snapshot));
}

TEST_SUITE_END();
