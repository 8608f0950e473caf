#include "ingest/main_text.hpp"

#include "ingest/checked_text.hpp"
#include "ingest/furniture.hpp"
#include "ingest/html_entities.hpp"
#include "ingest/page_hints.hpp"
#include "ingest/published_date.hpp"
#include "text/utf8.hpp"

#include <vector>

namespace throughline::ingest {
namespace {

// Share of the page's prose that the article's element holds.
constexpr double article_share = 0.8;
// An element with this share of the page's prose is never taken for its surroundings, whatever it is called.
constexpr double never_outside_share = 0.5;
// One that names itself a notice is, when this share of its own prose reads as one.
constexpr double notice_share = 0.5;

bool is_heading(std::string_view name) {
    return name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6';
}

struct paragraph {
    std::uint32_t node = 0;  // the block that it stands in
    std::string text;
    std::size_t linked = 0;  // bytes within links
    bool broken = false;     // ended by a line break within its block

    bool is_linked() const { return linked * 2 > text.size(); }
};

class article_finder {
public:
    article_finder(const html_tree& page, std::string_view headline) : page_(page), headline_(text::fold(headline)) {}

    std::string find() {
        collect(0, page_.nodes.size());
        count_prose();
        if (prose_.back() == 0) return {};
        mark_outside();
        count_prose();
        return write(article_element());
    }

private:
    // Gathers runs of inline content between the borders of blocks.
    void collect(std::size_t begin, std::size_t end) {
        std::vector<std::uint32_t> blocks = {0}, links;
        paragraph run;
        const auto flush = [&] {
            run.text = one_line(run.text);
            run.node = blocks.back();
            if (!run.text.empty()) paragraphs_.push_back(std::move(run));
            run = {};
        };
        bool line_break = false;
        for (std::size_t i = begin; i < end; ++i) {
            while (blocks.size() > 1 && page_.nodes[blocks.back()].end <= i) {
                flush();
                blocks.pop_back();
            }
            while (!links.empty() && page_.nodes[links.back()].end <= i) links.pop_back();
            const auto& node = page_.nodes[i];
            if (node.element == nullptr) {
                const auto before = run.text.size();
                append_decoded(run.text, node.text);
                if (!links.empty()) run.linked += run.text.size() - before;
                if (has_visible_text(node.text)) line_break = false;
                continue;
            }
            if (node.element->raw) {
                i = node.end - 1;
            } else if (node.element->name == "br") {
                run.text += ' ';
                if (line_break) {
                    run.broken = true;
                    flush();
                }
                line_break = !line_break;
            } else if (node.element->block) {
                flush();
                blocks.push_back(static_cast<std::uint32_t>(i));
            } else if (node.element->name == "a") {
                links.push_back(static_cast<std::uint32_t>(i));
            }
        }
        flush();
    }

    bool counts(const paragraph& run) const {
        return !run.is_linked() && is_prose(run.text) && (outside_.empty() || !outside_[run.node]);
    }

    // prose_[i]: bytes of prose in the nodes before i.
    void count_prose() {
        prose_.assign(page_.nodes.size() + 1, 0);
        for (const auto& run : paragraphs_)
            if (counts(run)) prose_[run.node + 1] += run.text.size();
        for (std::size_t i = 1; i < prose_.size(); ++i) prose_[i] += prose_[i - 1];
    }

    // notices_[i]: bytes of such prose as reads as a notice in the nodes before i.
    void count_notices() {
        notices_.assign(page_.nodes.size() + 1, 0);
        for (const auto& run : paragraphs_)
            if (counts(run) && is_notice(run.text)) notices_[run.node + 1] += run.text.size();
        for (std::size_t i = 1; i < notices_.size(); ++i) notices_[i] += notices_[i - 1];
    }

    bool reads_as_notice(std::size_t node) {
        if (notices_.empty()) count_notices();
        const auto notices = notices_[page_.nodes[node].end] - notices_[node];
        return static_cast<double>(notices) >= static_cast<double>(prose_in(node)) * notice_share;
    }

    std::size_t prose_in(std::size_t node) const { return prose_[page_.nodes[node].end] - prose_[node]; }

    void mark_outside() {
        std::vector<bool> outside(page_.nodes.size());
        const auto never = static_cast<std::size_t>(static_cast<double>(prose_.back()) * never_outside_share);
        for (std::size_t i = 1; i < page_.nodes.size(); ++i) {
            const auto& node = page_.nodes[i];
            outside[i] = outside[node.parent] ||
                         (node.element != nullptr && (prose_in(i) <= never ? is_outside(i) : is_named_notice(i)));
        }
        outside_ = std::move(outside);
    }

    bool is_outside(std::size_t i) const {
        const auto& node = page_.nodes[i];
        if (node.element->skip) return true;
        if (node.attribute_count == 0) return false;
        if (page_.has_attribute(i, "hidden") || page_.attribute(i, "aria-hidden") == "true") return true;
        if (hints().role.contains(page_.attribute(i, "role"))) return true;
        const auto style = page_.attribute(i, "style");
        if (style.find("display:none") != std::string::npos || style.find("display: none") != std::string::npos)
            return true;
        if (!node.element->block) return false;
        return names_any(page_.attribute(i, "class"), hints().outside) ||
               names_any(page_.attribute(i, "id"), hints().outside);
    }

    // Asked of elements with much of the page's prose, which are few.
    bool is_named_notice(std::size_t i) {
        const auto& node = page_.nodes[i];
        if (node.attribute_count == 0 || node.is("html") || node.is("body")) return false;
        const bool named = names_any(page_.attribute(i, "class"), hints().notice) ||
                           names_any(page_.attribute(i, "id"), hints().notice);
        return named && reads_as_notice(i);
    }

    bool is_marked_article(std::size_t i) const {
        const auto* element = page_.nodes[i].element;
        return element != nullptr && element->block && !outside_[i] &&
               (element->name == "article" || page_.attribute(i, "itemprop") == "articleBody");
    }

    // The smallest element that holds most prose: of a marked article when one holds half of the page's, else of the
    // page.
    std::size_t article_element() const {
        std::size_t best = 0;
        for (std::size_t i = 1; i < page_.nodes.size(); ++i)
            if (is_marked_article(i) && prose_in(i) * 2 >= prose_.back()) best = i;
        const auto enough = static_cast<std::size_t>(static_cast<double>(prose_in(best)) * article_share);
        for (std::size_t i = best + 1; i < page_.nodes[best].end; ++i) {
            const auto& node = page_.nodes[i];
            if (node.element == nullptr || !node.element->block) continue;
            if (prose_in(i) < enough || node.parent < best) continue;
            if (node.is("p") || is_heading(node.element->name)) break;
            best = i;
        }
        return best;
    }

    bool belongs(const paragraph& run, bool has_begun) const {
        const auto* element = page_.nodes[run.node].element;
        if (is_furniture(run.text) || text::fold(run.text) == headline_) return false;
        if (is_heading(element->name)) return has_begun && element->name != "h1" && !run.is_linked();
        if (run.is_linked() && !(is_prose(run.text) && element->name == "p")) return false;
        if (!has_begun && (read_byline(run.text) || read_page_date(run.text))) return false;
        return is_prose(run.text) ||
               (has_begun && (element->name == "p" || element->name == "blockquote" || run.broken));
    }

    std::string write(std::size_t article) const {
        std::string text;
        bool tells = false;                    // anything but a notice
        const std::string* heading = nullptr;  // kept only when prose follows
        for (const auto& run : paragraphs_) {
            if (run.node < article || run.node >= page_.nodes[article].end || outside_[run.node]) continue;
            if (!belongs(run, !text.empty())) continue;
            if (is_heading(page_.nodes[run.node].element->name)) {
                heading = &run.text;
                continue;
            }
            if (heading != nullptr) text += "\n\n" + *heading;
            heading = nullptr;
            if (!text.empty()) text += "\n\n";
            text += run.text;
            tells = tells || !is_notice(run.text);
        }
        return tells ? text : std::string();
    }

    const html_tree& page_;
    std::string headline_;
    std::vector<paragraph> paragraphs_;
    std::vector<std::size_t> prose_, notices_;
    std::vector<bool> outside_;
};

}  // namespace

std::string read_main_text(const html_tree& page, std::string_view headline) {
    return article_finder(page, headline).find();
}

}  // namespace throughline::ingest
