// Runs wrk and pgbench, where they are installed, and reads what they measured.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <optional>
#include <string>

namespace throughline::bench {

/// What the command prints, or nullopt when it fails or is not there.
inline std::optional<std::string> output_of(const std::string& command) {
    std::FILE* pipe = popen((command + " 2>/dev/null").c_str(), "r");
    if (!pipe) return std::nullopt;
    std::string text;
    char bytes[4096];
    for (std::size_t count = 0; (count = std::fread(bytes, 1, sizeof bytes, pipe)) > 0;) text.append(bytes, count);
    return pclose(pipe) == 0 ? std::optional(text) : std::nullopt;
}

/// The number behind the label in the text.
inline std::optional<double> number_after(const std::string& text, const std::string& label) {
    const auto place = text.find(label);
    if (place == std::string::npos) return std::nullopt;
    return std::strtod(text.c_str() + place + label.size(), nullptr);
}

/// Requests a second with 64 connections. `lua` is the path of a wrk script, "" for none.
/// nullopt as well when any response was not 2xx: then the figure would mean nothing.
inline std::optional<double> wrk(const std::string& url, int seconds, const std::string& lua = "") {
    const auto text =
        output_of("wrk -t1 -c64 -d" + std::to_string(seconds) + (lua.empty() ? "" : " -s " + lua) + " " + url);
    if (!text || text->find("Non-2xx") != std::string::npos) return std::nullopt;
    return number_after(*text, "Requests/sec:");
}

/// Transactions a second of a pgbench script over eight connections.
inline std::optional<double> pgbench(const std::string& url, const std::string& script, int seconds) {
    const auto text = output_of("pgbench -n -M prepared -c 8 -j 1 -T " + std::to_string(seconds) + " -f " + script +
                                " '" + url + "'");
    return text ? number_after(*text, "tps =") : std::nullopt;
}

inline void write_file(const std::string& path, const std::string& text) {
    std::ofstream out(path);
    out << text;
}

}  // namespace throughline::bench
