#include "cluster/postgres_binaries.hpp"

#include "cluster/cluster_error.hpp"

#include <unistd.h>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <string>

namespace throughline::cluster {
namespace {

namespace fs = std::filesystem;

constexpr int oldest_supported = 13;

bool complete(const fs::path& folder) {
    return access((folder / "initdb").c_str(), X_OK) == 0 && access((folder / "postgres").c_str(), X_OK) == 0;
}

/// "postgres (PostgreSQL) 15.8" gives 15; 0 when the program does not say.
int major_of(const fs::path& folder) {
    const auto command = "'" + (folder / "postgres").string() + "' --version 2>/dev/null";
    std::array<char, 128> line{};
    auto* pipe = popen(command.c_str(), "re");
    if (!pipe) return 0;
    const auto* got = fgets(line.data(), line.size(), pipe);
    pclose(pipe);
    if (!got) return 0;
    const std::string text(line.data());
    const auto mark = text.find(") ");
    return mark == std::string::npos ? 0 : std::atoi(text.c_str() + mark + 2);
}

}  // namespace

postgres_binaries find_postgres(std::optional<int> major) {
    postgres_binaries best;
    const auto consider = [&](const fs::path& folder) {
        if (!complete(folder)) return;
        const int found = major_of(folder);
        if (found >= oldest_supported && found > best.major && (!major || found == *major)) best = {folder, found};
    };
    if (const auto* named = std::getenv("THROUGHLINE_POSTGRES_BIN")) {
        consider(named);
    } else {
        std::error_code ignored;
        for (const auto& entry : fs::directory_iterator("/usr/lib/postgresql", ignored)) consider(entry.path() / "bin");
        if (!best.major)
            for (const auto* folder : {"/usr/local/pgsql/bin", "/usr/local/bin", "/usr/bin"}) consider(folder);
    }
    if (best.major) return best;
    if (major)
        throw cluster_error("the data directory belongs to PostgreSQL " + std::to_string(*major) +
                            ", which is not installed here: install it (apt-get install postgresql-" +
                            std::to_string(*major) + "), or move the data with pg_upgrade or pg_dump");
    throw cluster_error(
        "no PostgreSQL from version 13 on is installed here: install it (apt-get install postgresql), "
        "or set DATABASE_URL to a server");
}

}  // namespace throughline::cluster
