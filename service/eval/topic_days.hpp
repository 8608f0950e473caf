// Which days of a topic a timeline of it should tell of, from how often its articles name them.
#pragma once

#include "document/document.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace throughline::eval {

/// A day and the first words told of it.
struct told_day {
    day when{};
    std::string sentence;
};

/// Counts, over a topic's articles, how many name a day, and how many still do two days, a week and a month later: what
/// matters is recalled.
class topic_days {
public:
    /// Takes the days that an article names, each once, none after its own. The time expressions must have been found.
    void add(const document& article);

    /// The `count` weightiest of the days from `first` to `last`, in order; the sum of the logarithms of the four
    /// counts is a day's weight, and of equals the earlier goes first.
    std::vector<told_day> best(std::size_t count, day first, day last) const;

private:
    struct counts {
        std::size_t articles = 0;
        std::size_t after_days = 0;
        std::size_t after_week = 0;
        std::size_t after_month = 0;
        day told{};            ///< date of the article that `sentence` is from
        std::string sentence;  ///< of the earliest article

        double weight() const;
    };

    std::map<day, counts> days_;
};

}  // namespace throughline::eval
