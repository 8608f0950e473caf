// A gold chronology: what the articles of a story tell, written by people.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace throughline::eval {

/// An article of a story folder, a body for POST /v1/articles.
struct story_article {
    std::string name;  ///< file name without its ending
    std::string url;
    std::string headline;
    std::string publisher;
    std::string published;  ///< "YYYY-MM-DD"
    std::string text;
};

struct gold_event {
    std::string id;
    std::vector<std::string> types;
    std::optional<std::string> earliest;
    std::optional<std::string> latest;
    std::vector<std::string> participants;
    std::map<std::string, std::string> evidence;  ///< words by article name
    bool core = false;
    std::string status;
};

struct gold_link {
    std::vector<std::string> from;  ///< any of them
    std::vector<std::string> to;
    std::vector<std::string> relations;
};

struct story_gold {
    std::vector<story_article> articles;  ///< by name
    std::vector<gold_event> events;
    std::vector<std::pair<std::string, std::string>> never_merged;
    std::vector<gold_link> links;
};

/// Reads DIR/gold.json and DIR/articles/*.json. Throws std::exception when they are not as expected.
story_gold read_story(const std::filesystem::path& folder);

}  // namespace throughline::eval
