#include "ingest/page_dates.hpp"

#include "ingest/data_table.hpp"
#include "ingest/page_hints.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

namespace throughline::ingest {
namespace {

// A date's element is small; keeps nested ones cheap.
constexpr std::size_t most_nodes = 64;
constexpr std::size_t most_candidates = 500;
// A label such as "Last updated:" may stand in an element of its own before the date.
constexpr std::size_t longest_label = 24;
constexpr std::size_t longest_line = 300;

struct place {
    bool story : 1 = false;    // within the element that holds the heading
    bool article : 1 = false;  // within any article or main
    bool frame : 1 = false;    // within a header, footer, … without the heading
};

struct dated {
    published_time when;
    bool modified = false;
};

// The words of a label in front of a date, or of the text before a date's element: what they say last counts.
std::optional<bool> says_modified(std::string_view label) {
    std::optional<bool> said;
    for (const auto part : split(label, ' ')) {
        std::string word = text::lower(trim(part));
        while (!word.empty() && (word.back() < 'a' || word.back() > 'z')) word.pop_back();
        if (hints().modified.contains(word)) said = true;
        if (hints().published.contains(word)) said = false;
    }
    return said;
}

// "Last updated on 21 March 2018" begins with a label, "Published 21 March 2018" is a date for the reader of dates.
std::optional<dated> read_labelled(std::string_view line) {
    line = trim(line);
    if (line.size() > longest_line) return std::nullopt;
    if (const auto when = read_page_date(line)) return dated{*when, false};
    const auto digit = std::min(line.find_first_of("0123456789"), line.size());
    for (auto blank = line.find(' '); blank != std::string_view::npos && blank < digit;
         blank = line.find(' ', blank + 1)) {
        const auto said = says_modified(line.substr(0, blank));
        if (!said) continue;
        if (const auto when = read_page_date(line.substr(blank + 1))) return dated{*when, *said};
    }
    return std::nullopt;
}

class date_finder {
public:
    explicit date_finder(const html_tree& page) : page_(page), places_(page.nodes.size()) {}

    page_dates find() {
        find_story();
        for (std::size_t i = 1; i < page_.nodes.size(); ++i) {
            const auto& node = page_.nodes[i];
            places_[i] = place_of(i);
            if (node.element == nullptr) {
                add_to_label(node.text);
                continue;
            }
            if (node.element->block) end_label();
            if (candidates_ < most_candidates) read(i);
        }
        return {best_[0].when, best_[1].when};
    }

private:
    struct choice {
        std::optional<published_time> when;
        int rank = 0;  // lower is better
    };

    bool is_any(std::size_t i, std::initializer_list<std::string_view> names) const {
        return std::any_of(names.begin(), names.end(), [&](auto name) { return page_.nodes[i].is(name); });
    }

    // The nearest article or main around the first heading that has one, else what the first heading stands in.
    void find_story() {
        constexpr std::size_t most_headings = 20;
        std::size_t heading = 0;
        for (std::size_t i = 1; i < page_.nodes.size(); ++i) {
            has_article_ = has_article_ || is_any(i, {"article", "main"});
            if (!page_.nodes[i].is("h1") || headings_.size() == most_headings) continue;
            headings_.push_back(i);
            if (heading == 0) heading = i;
            for (auto above = page_.nodes[i].parent; story_ == 0 && above != 0; above = page_.nodes[above].parent)
                if (is_any(above, {"article", "main"})) {
                    story_ = above;
                    heading = i;
                }
        }
        if (heading == 0) return;
        if (story_ == 0) story_ = page_.nodes[heading].parent;
        // Only the article's own one, which may stand twice, counts on: others are names of sites.
        const auto words = page_.text_of(heading);
        std::erase_if(headings_, [&](std::size_t other) { return page_.text_of(other) != words; });
    }

    bool holds_heading(std::size_t i) const {
        return std::any_of(headings_.begin(), headings_.end(),
                           [&](std::size_t heading) { return i <= heading && heading < page_.nodes[i].end; });
    }

    place place_of(std::size_t i) const {
        place here = places_[page_.nodes[i].parent];
        if (page_.nodes[i].element == nullptr) return here;
        here.story = here.story || (story_ != 0 && i == story_) || page_.nodes[i].is("head");
        here.article = here.article || is_any(i, {"article", "main"});
        here.frame = here.frame || (is_any(i, {"header", "footer", "nav", "aside"}) && !here.article && !here.story &&
                                    !holds_heading(i));
        return here;
    }

    void add_to_label(std::string_view text) {
        const auto words = trim(text);
        if (words.empty()) return;
        (label_ += ' ') += words.substr(words.size() - std::min(words.size(), longest_line));
        if (label_.size() > longest_line) label_.erase(0, label_.size() - longest_line);
    }

    void end_label() {
        if (label_.empty()) return;
        label_before_ = label_.size() <= longest_label ? label_ : "";
        label_.clear();
    }

    // Of the block that the node stands in, else of the one before.
    std::string take_label() {
        auto label = label_.empty() ? std::move(label_before_) : std::move(label_);
        label_.clear();
        label_before_.clear();
        return label;
    }

    void read(std::size_t i) {
        const auto& node = page_.nodes[i];
        const auto property = node.attribute_count > 0 ? page_.attribute(i, "itemprop") : std::string();
        const bool marked = property == "datePublished" || property == "dateModified";
        if (node.is("time") || marked) return read_element(i, property);
        if (node.attribute_count == 0 || node.end - i > most_nodes) return;
        if (names_any(page_.attribute(i, "class"), hints().date) || names_any(page_.attribute(i, "id"), hints().date))
            read_line(i);
    }

    void read_element(std::size_t i, std::string_view property) {
        ++candidates_;
        const auto label = take_label();
        std::optional<dated> found;
        for (const auto* attribute : {"content", "datetime"})
            if (!found) found = read_labelled(page_.attribute(i, attribute));
        if (!found && page_.nodes[i].end - i <= most_nodes) found = read_labelled(page_.text_of(i));
        if (!found) return;
        const bool marked = property == "datePublished" || page_.has_attribute(i, "pubdate");
        found->modified = !marked && (found->modified || property == "dateModified" || is_named_modified(i) ||
                                      says_modified(label).value_or(false));
        take(i, *found, marked ? 0 : 1);
    }

    void read_line(std::size_t i) {
        ++candidates_;
        const auto line = page_.text_of(i);
        if (line.size() > longest_line) return;
        const bool named_modified = is_named_modified(i);
        const auto take_part = [&](std::string_view part) {
            auto found = read_labelled(part);
            if (!found) return false;
            found->modified = found->modified || named_modified;
            take(i, *found, 2);
            return true;
        };
        const auto take_cut = [&](std::string_view part) {
            part = trim(part);
            if (!take_part(part)) take_part(part.substr(0, part.rfind(' ')));  // "last", before "updated"
        };
        if (take_part(line)) return;
        for (const auto part : split(line, '|')) take_part(part);
        // "By Jane Roe Published 21 March 2018 Updated 22 March 2018"
        std::size_t begin = std::string::npos;
        for (std::size_t at = 0; at < line.size();) {
            const auto end = std::min(line.find(' ', at), line.size());
            if (says_modified(std::string_view(line).substr(at, end - at))) {
                if (begin != std::string::npos) take_cut(std::string_view(line).substr(begin, at - begin));
                begin = at;
            }
            at = end + 1;
        }
        if (begin != std::string::npos) take_part(std::string_view(line).substr(begin));
    }

    bool is_named_modified(std::size_t i) const {
        const auto named = [&](std::size_t node) {
            return names_any(page_.attribute(node, "class"), hints().modified) ||
                   names_any(page_.attribute(node, "id"), hints().modified);
        };
        const auto parent = page_.nodes[i].parent;
        return named(i) || (page_.nodes[parent].end - parent <= most_nodes && named(parent));
    }

    void take(std::size_t i, const dated& found, int kind) {
        const auto here = places_[i];
        if (here.frame && (!headings_.empty() || has_article_)) return;
        const int rank = (here.story ? 0 : here.article ? 10 : 20) + kind;
        auto& best = best_[found.modified ? 1 : 0];
        if (!best.when || rank < best.rank) best = {found.when, rank};
    }

    const html_tree& page_;
    std::vector<place> places_;
    std::size_t story_ = 0;              // the element; 0 for none
    std::vector<std::size_t> headings_;  // of the story
    bool has_article_ = false;
    std::string label_, label_before_;  // the text before the node, in its block and in the block before that
    std::size_t candidates_ = 0;
    choice best_[2];
};

}  // namespace

page_dates read_page_dates(const html_tree& page) { return date_finder(page).find(); }

}  // namespace throughline::ingest
