// The articles that the paths of a command line name, one request body each.
#pragma once

#include "ingest/article_input.hpp"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <istream>
#include <optional>
#include <string>
#include <vector>

namespace throughline::cli {

/// One article to send.
struct article_file {
    std::string label;    ///< "samples/talks.md", "feed.ndjson:17"
    std::string body;     ///< for POST /v1/articles; pages and texts as they stand in their files
    std::string problem;  ///< why there is none; "" when there is one
    ingest::media format = ingest::media::json;
};

/// Files, and folders with all files below them of the known kinds, in the order of their names: .json (an object or an
/// array of them), .ndjson and .jsonl (an object a line), .html, .htm, .md, .markdown and .txt. "-" is NDJSON on
/// standard input. Lines are read as they are asked for, so that a feed of any size can be sent. Links to folders are
/// followed where they are named themselves.
class article_files {
public:
    /// Throws std::runtime_error for a path that does not exist or is of no known kind.
    explicit article_files(const std::vector<std::string>& paths);

    /// The next article; nullopt after the last.
    std::optional<article_file> next();

    /// How many articles there are, as far as that is known before feeds are read.
    std::optional<std::size_t> total() const { return total_; }

private:
    void add(const std::filesystem::path& path, bool named);
    std::optional<article_file> next_line();

    std::vector<std::filesystem::path> files_;
    std::size_t at_ = 0;
    std::vector<article_file> waiting_;  // of an array, last first
    std::ifstream feed_;
    std::istream* lines_ = nullptr;  // the feed that is being read
    std::string feed_name_;
    std::size_t line_ = 0;
    std::optional<std::size_t> total_ = 0;
};

}  // namespace throughline::cli
