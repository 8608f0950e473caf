#include "cli/article_files.hpp"

#include "text/utf8.hpp"

#include <boost/json.hpp>

#include <algorithm>
#include <iostream>
#include <sstream>
#include <stdexcept>

namespace throughline::cli {
namespace {

namespace fs = std::filesystem;
namespace json = boost::json;

constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";

enum class file_kind { none, json, feed, html, markdown, text };

file_kind kind_of(const fs::path& path) {
    const auto extension = text::lower(path.extension().string());
    if (extension == ".json") return file_kind::json;
    if (extension == ".ndjson" || extension == ".jsonl") return file_kind::feed;
    if (extension == ".html" || extension == ".htm") return file_kind::html;
    if (extension == ".md" || extension == ".markdown") return file_kind::markdown;
    if (extension == ".txt") return file_kind::text;
    return file_kind::none;
}

/// nullopt when it cannot be read.
std::optional<std::string> read_file(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in) return std::nullopt;
    std::ostringstream out;
    if (in.peek() != std::ifstream::traits_type::eof()) out << in.rdbuf();
    if (in.bad() || !out) return std::nullopt;
    return std::move(out).str();
}

article_file unreadable(const fs::path& path) {
    return {path.string(), {}, "the file cannot be read", ingest::media::json};
}

article_file json_file(std::string label, std::string body) {
    return {std::move(label), std::move(body), {}, ingest::media::json};
}

bool is_blank(std::string_view line) { return line.find_first_not_of(" \t\r\n") == std::string_view::npos; }

// What the service decodes itself; nullopt for JSON.
std::optional<ingest::media> raw_format(file_kind kind) {
    switch (kind) {
        case file_kind::html: return ingest::media::html;
        case file_kind::markdown: return ingest::media::markdown;
        case file_kind::text: return ingest::media::plain;
        default: return std::nullopt;
    }
}

}  // namespace

article_files::article_files(const std::vector<std::string>& paths) {
    for (const auto& path : paths) {
        if (path == "-")
            files_.emplace_back(path);
        else
            add(path, true);
    }
    for (const auto& file : files_) {
        if (file == "-" || kind_of(file) == file_kind::feed)
            total_.reset();
        else if (total_)
            ++*total_;
    }
}

void article_files::add(const fs::path& path, bool named) {
    std::error_code failure;
    if (fs::is_directory(path, failure)) {
        std::vector<fs::path> below;
        fs::directory_iterator entries(path, failure);
        if (failure) files_.push_back(path);  // told as what cannot be read, in its turn
        for (const auto& entry : entries) {
            // A folder that is linked to may hold this one: only those that are named are followed.
            const bool circular = entry.is_symlink(failure) && entry.is_directory(failure);
            if (!circular && !entry.path().filename().string().starts_with('.')) below.push_back(entry.path());
        }
        std::sort(below.begin(), below.end());
        for (const auto& entry : below) add(entry, false);
    } else if (named && !fs::exists(path, failure)) {
        throw std::runtime_error("there is no " + path.string());
    } else if (kind_of(path) != file_kind::none) {
        files_.push_back(path);
    } else if (named) {
        throw std::runtime_error(path.string() + " is none of .json .ndjson .jsonl .html .htm .md .markdown .txt");
    }
}

std::optional<article_file> article_files::next_line() {
    std::string line;
    while (std::getline(*lines_, line)) {
        ++line_;
        if (!is_blank(line)) return json_file(feed_name_ + ":" + std::to_string(line_), std::move(line));
    }
    lines_ = nullptr;
    return std::nullopt;
}

std::optional<article_file> article_files::next() {
    for (;;) {
        if (!waiting_.empty()) {
            auto article = std::move(waiting_.back());
            waiting_.pop_back();
            return article;
        }
        if (lines_ != nullptr) {
            if (auto line = next_line()) return line;
        }
        if (at_ == files_.size()) return std::nullopt;
        const auto path = files_[at_++];
        if (path == "-" || kind_of(path) == file_kind::feed) {
            feed_ = std::ifstream();
            if (path != "-") feed_.open(path, std::ios::binary);
            if (path != "-" && !feed_.is_open()) return unreadable(path);
            lines_ = path == "-" ? &std::cin : &feed_;
            feed_name_ = path == "-" ? "standard input" : path.string();
            line_ = 0;
            continue;
        }
        auto content = read_file(path);
        if (!content) return unreadable(path);
        if (const auto format = raw_format(kind_of(path)))
            return article_file{path.string(), std::move(*content), {}, *format};
        if (content->starts_with(byte_order_mark)) content->erase(0, byte_order_mark.size());
        const auto first = content->find_first_not_of(" \t\r\n");
        if (first == std::string::npos || (*content)[first] != '[')
            return json_file(path.string(), std::move(*content));
        json::error_code failure;
        const auto list = json::parse(*content, failure);
        if (failure) return json_file(path.string(), std::move(*content));  // the service says what is wrong with it
        for (auto i = list.get_array().size(); i-- > 0;)
            waiting_.push_back(
                json_file(path.string() + ":" + std::to_string(i + 1), json::serialize(list.get_array()[i])));
    }
}

}  // namespace throughline::cli
