#include "extraction/json_line.hpp"

#include <algorithm>

namespace throughline::extraction {
namespace {

constexpr std::string_view blanks = " \t\r\n";

/// Walks valid JSON by brackets and strings alone.
class walker {
public:
    explicit walker(std::string_view json) : json_(json) { skip_blanks(); }

    std::size_t at() const { return at_; }

    /// Moves from the begin of a value to the begin of the member or element; false when there is none.
    bool enter(const json_step& step) {
        const char open = at_ < json_.size() ? json_[at_] : '\0';
        const bool by_name = std::holds_alternative<std::string>(step);
        if (open != (by_name ? '{' : '[')) return false;
        next();
        for (std::size_t index = 0; at_ < json_.size() && json_[at_] != '}' && json_[at_] != ']'; ++index) {
            bool found = !by_name && index == std::get<std::size_t>(step);
            if (by_name) {
                const std::size_t begin = at_;
                skip_value();
                found = json_.substr(begin + 1, last_end_ - begin - 2) == std::get<std::string>(step);
                next();  // the colon
            }
            if (found) return true;
            skip_value();
            if (at_ < json_.size() && json_[at_] == ',') next();
        }
        return false;
    }

private:
    void next() {
        ++at_;
        skip_blanks();
    }
    void skip_blanks() { at_ = std::min(json_.find_first_not_of(blanks, at_), json_.size()); }

    void skip_string() {
        for (++at_; at_ < json_.size() && json_[at_] != '"'; ++at_)
            if (json_[at_] == '\\') ++at_;
        ++at_;
    }

    void skip_value() {
        std::size_t depth = 0;
        do {
            const char c = json_[at_];
            if (c == '"') {
                skip_string();
                continue;
            }
            if (c == '{' || c == '[') ++depth;
            if (c == '}' || c == ']') --depth;
            if (depth == 0 && c != '}' && c != ']')
                at_ = std::min(json_.find_first_of(",]} \t\r\n", at_), json_.size());
            else
                ++at_;
        } while (depth > 0 && at_ < json_.size());
        last_end_ = at_;
        skip_blanks();
    }

    std::string_view json_;
    std::size_t at_ = 0;
    std::size_t last_end_ = 0;
};

}  // namespace

std::size_t line_at(std::string_view json, std::size_t offset) {
    const std::string_view before = json.substr(0, offset);
    return 1 + static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'));
}

std::size_t line_of(std::string_view json, const std::vector<json_step>& path) {
    walker place(json);
    std::size_t deepest = place.at();
    for (const json_step& step : path) {
        if (!place.enter(step)) break;
        deepest = place.at();
    }
    return line_at(json, deepest);
}

}  // namespace throughline::extraction
