#include "ingest/html_tree.hpp"

#include "ingest/checked_text.hpp"
#include "ingest/html_entities.hpp"
#include "text/utf8.hpp"

#include <algorithm>

namespace throughline::ingest {
namespace {

constexpr std::size_t deepest = 200;
constexpr std::size_t most_tags = 400'000;
constexpr std::size_t most_nodes = 600'000;
constexpr std::size_t most_attributes = 600'000;
constexpr std::size_t most_attributes_of_one = 64;  // the rest is passed over
constexpr std::size_t longest_label = 4096;         // what text_of() reads, more or less

bool equal_ignoring_case(std::string_view a, std::string_view lower) {
    return a.size() == lower.size() &&
           std::equal(a.begin(), a.end(), lower.begin(), [](char x, char y) { return text::ascii_lower(x) == y; });
}

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f'; }
bool is_letter(char c) { return text::ascii_lower(c) >= 'a' && text::ascii_lower(c) <= 'z'; }

class tree_builder {
public:
    explicit tree_builder(std::string_view page) : page_(page) {
        html_node root;
        root.element = &element_of("");
        tree_.nodes.push_back(root);
        open_.push_back(0);
    }

    result<html_tree> build() {
        while (at_ < page_.size()) {
            if (tags_ > most_tags || tree_.nodes.size() > most_nodes || tree_.attributes.size() > most_attributes)
                return throughline::error{errc::too_large, "The page has more than 400,000 tags.", "html"};
            const auto mark = page_.find('<', at_);
            add_text(page_.substr(at_, mark - at_));
            if (mark == std::string_view::npos) break;
            at_ = mark;
            read_markup();
        }
        close_down_to(0);
        tree_.nodes[0].end = static_cast<std::uint32_t>(tree_.nodes.size());
        return std::move(tree_);
    }

private:
    void read_markup() {
        const auto rest = page_.substr(at_);
        if (rest.starts_with("<!--"))
            skip_past("-->", 4);
        else if (rest.starts_with("<!") || rest.starts_with("<?"))
            skip_past(">", 2);
        else if (rest.starts_with("</") && rest.size() > 2 && is_letter(rest[2]))
            read_end_tag();
        else if (rest.size() > 1 && is_letter(rest[1]))
            read_start_tag();
        else {
            add_text(rest.substr(0, 1));
            ++at_;
        }
    }

    void skip_past(std::string_view closing, std::size_t from) {
        const auto end = page_.find(closing, at_ + from);
        at_ = end == std::string_view::npos ? page_.size() : end + closing.size();
    }

    std::string_view read_name() {
        const auto begin = at_;
        while (at_ < page_.size() && !is_space(page_[at_]) && page_[at_] != '>' && page_[at_] != '/' &&
               page_[at_] != '=')
            ++at_;
        return page_.substr(begin, at_ - begin);
    }

    void read_end_tag() {
        at_ += 2;
        ++tags_;
        const auto& element = element_of(read_name());
        skip_past(">", 0);
        for (std::size_t i = open_.size(); i-- > 1;) {
            const auto* open = tree_.nodes[open_[i]].element;
            if (open == &element) return close_down_to(i);
            // A stray end tag of an inline element closes nothing outside its block.
            if (open->block && !element.block) return;
        }
    }

    void read_start_tag() {
        ++at_;
        const auto& element = element_of(read_name());
        html_node node;
        node.element = &element;
        node.first_attribute = static_cast<std::uint32_t>(tree_.attributes.size());
        const bool closed = read_attributes();
        node.attribute_count = static_cast<std::uint32_t>(tree_.attributes.size()) - node.first_attribute;
        imply_end_tags(element);
        ++tags_;
        const auto index = add(node);
        if (element.raw)
            read_raw_text(index, element.name);
        else if (!element.is_void && !(closed && element.name.empty()) && open_.size() < deepest)
            open_.push_back(index);
    }

    // Reads up to and with ">"; true when the tag closes itself.
    bool read_attributes() {
        std::size_t count = 0;
        bool slash = false;
        while (at_ < page_.size()) {
            const char c = page_[at_];
            if (c == '>') {
                ++at_;
                return slash;
            }
            if (is_space(c) || c == '/') {
                slash = c == '/';
                ++at_;
                continue;
            }
            slash = false;
            html_attribute attribute{read_name(), {}};
            if (attribute.name.empty()) ++at_;  // a lone "="
            skip_space();
            if (at_ < page_.size() && page_[at_] == '=' && !attribute.name.empty()) {
                ++at_;
                skip_space();
                attribute.value = read_value();
            }
            if (++count <= most_attributes_of_one && !attribute.name.empty()) tree_.attributes.push_back(attribute);
        }
        return false;
    }

    void skip_space() {
        while (at_ < page_.size() && is_space(page_[at_])) ++at_;
    }

    std::string_view read_value() {
        if (at_ >= page_.size()) return {};
        const char quote = page_[at_];
        const auto begin = quote == '"' || quote == '\'' ? at_ + 1 : at_;
        if (begin > at_) {
            const auto end = std::min(page_.find(quote, begin), page_.size());
            at_ = std::min(end + 1, page_.size());
            return page_.substr(begin, end - begin);
        }
        while (at_ < page_.size() && !is_space(page_[at_]) && page_[at_] != '>') ++at_;
        return page_.substr(begin, at_ - begin);
    }

    void read_raw_text(std::uint32_t parent, std::string_view name) {
        const auto begin = at_;
        auto end = page_.size();
        for (auto mark = page_.find("</", at_); mark != std::string_view::npos; mark = page_.find("</", mark + 2))
            if (equal_ignoring_case(page_.substr(mark + 2, name.size()), name)) {
                end = mark;
                break;
            }
        at_ = end;
        if (at_ < page_.size()) skip_past(">", 0);
        if (end > begin) {
            html_node text;
            text.text = page_.substr(begin, end - begin);
            text.parent = parent;
            tree_.nodes.push_back(text);
            tree_.nodes.back().end = static_cast<std::uint32_t>(tree_.nodes.size());
            tree_.nodes[parent].end = tree_.nodes.back().end;
        }
    }

    // A paragraph ends where a block begins; items, rows and cells end where the next one begins.
    void imply_end_tags(const html_element& element) {
        if (!element.block) return;
        close_nearest("p", {});
        const auto name = element.name;
        if (name == "li") close_nearest("li", {"ul", "ol", "menu"});
        if (name == "dt" || name == "dd") {
            close_nearest("dt", {"dl"});
            close_nearest("dd", {"dl"});
        }
        if (name == "td" || name == "th" || name == "tr") {
            close_nearest("td", {"table"});
            close_nearest("th", {"table"});
        }
        if (name == "tr") close_nearest("tr", {"table"});
        if (name == "option") close_nearest("option", {"select"});
    }

    // Closes the nearest open element of that name, looking no further out than a border; without borders, than a
    // block.
    void close_nearest(std::string_view name, std::initializer_list<std::string_view> borders) {
        for (std::size_t i = open_.size(); i-- > 1;) {
            const auto* open = tree_.nodes[open_[i]].element;
            if (open->name == name) return close_down_to(i);
            if (borders.size() == 0 ? open->block
                                    : std::find(borders.begin(), borders.end(), open->name) != borders.end())
                return;
        }
    }

    void close_down_to(std::size_t depth) {
        const auto end = static_cast<std::uint32_t>(tree_.nodes.size());
        while (open_.size() > depth) {
            tree_.nodes[open_.back()].end = end;
            open_.pop_back();
        }
        if (open_.empty()) open_.push_back(0);
    }

    void add_text(std::string_view text) {
        if (text.empty()) return;
        html_node node;
        node.text = text;
        add(node);
    }

    std::uint32_t add(html_node node) {
        const auto index = static_cast<std::uint32_t>(tree_.nodes.size());
        node.parent = open_.back();
        node.end = index + 1;
        tree_.nodes.push_back(node);
        return index;
    }

    std::string_view page_;
    std::size_t at_ = 0;
    std::size_t tags_ = 0;
    html_tree tree_;
    std::vector<std::uint32_t> open_;  // elements that are open, outermost first
};

}  // namespace

std::string html_tree::attribute(std::size_t node, std::string_view name) const {
    for (std::size_t i = 0; i < nodes[node].attribute_count; ++i) {
        const auto& candidate = attributes[nodes[node].first_attribute + i];
        if (equal_ignoring_case(candidate.name, name)) return decode_entities(candidate.value);
    }
    return {};
}

bool html_tree::has_attribute(std::size_t node, std::string_view name) const {
    const auto begin = attributes.begin() + nodes[node].first_attribute;
    return std::any_of(begin, begin + nodes[node].attribute_count,
                       [&](const html_attribute& candidate) { return equal_ignoring_case(candidate.name, name); });
}

std::string html_tree::text_of(std::size_t node) const {
    std::string text;
    for (std::size_t i = node; i < nodes[node].end && text.size() < longest_label; ++i) {
        if (nodes[i].element == nullptr)
            append_decoded(text, nodes[i].text.substr(0, longest_label));
        else if (nodes[i].element->block || nodes[i].element->is_void)
            text += ' ';
    }
    return one_line(text);
}

result<html_tree> parse_html(std::string_view page) { return tree_builder(page).build(); }

}  // namespace throughline::ingest
