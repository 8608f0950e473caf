// All JSON-LD of a page as one graph: its articles, and the objects that others refer to by "@id".
#pragma once

#include <boost/json/value.hpp>

#include <deque>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace throughline::ingest {

/// Takes scripts in the order of the page; pointers and views live as long as the graph.
class linked_data {
public:
    linked_data() = default;
    linked_data(const linked_data&) = delete;
    linked_data& operator=(const linked_data&) = delete;

    /// Reads a script of type application/ld+json in linear time. Line breaks and other controls within strings, stray
    /// backslashes, trailing commas, comments and CDATA marks are forgiven; what is no JSON then is passed over. So is
    /// what goes beyond 50 scripts or 4 MB in one page.
    void add(std::string_view script);

    /// Objects of schema.org's types whose names end in Article or Posting that may be the page's own: those in a list
    /// of items, or within another article, or that another object only mentions, are not among them.
    const std::vector<const boost::json::object*>& articles() const { return articles_; }

    /// What an "@id" names, preferably where it has a name; null when no object says more of it than the id.
    const boost::json::object* find(std::string_view id) const;

private:
    void index(const boost::json::value& value, bool may_be_own);
    void index_id(const boost::json::object& object);

    std::deque<boost::json::value> scripts_;
    std::size_t bytes_ = 0;
    std::vector<const boost::json::object*> articles_;
    std::unordered_map<std::string_view, const boost::json::object*> by_id_;
};

}  // namespace throughline::ingest
