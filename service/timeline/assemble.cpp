#include "linking/coreference.hpp"
#include "timeline/event_fields.hpp"
#include "timeline/event_links.hpp"
#include "timeline/event_time_merge.hpp"
#include "timeline/noise.hpp"
#include "timeline/salience.hpp"
#include "timeline/story_title.hpp"
#include "timeline/timeline.hpp"

#include <algorithm>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace throughline::timeline {
namespace {

timeline_event make_event(std::span<const article_record> articles, const linking::mention_cluster& cluster,
                          const linking::story_participants& persons) {
    timeline_event event;
    event.mentions = cluster.mentions;
    event.merges = cluster.merges;
    const mention_group group{articles, event.mentions};
    event.type = vote_type(group);
    event.status = vote_status(group);
    auto [time, dated_by] = merge_times(articles, event.mentions);
    event.time = std::move(time);
    event.dated_by = dated_by;
    event.participants = unite_participants(group, persons);
    event.title = best_title(group, event.type, event.status, event.time, event.participants);
    event.source_count = count_publishers(group);
    event.origin_count = count_origins(group);
    event.salience = salience_of(event, group);
    return event;
}

/// Where an event stands in the chronology, but for what tells it first.
using chronological_place = std::tuple<bool, day, bool, bool, day>;

/// An event known only to lie before a day stands before those that begin on it; one without any date stands last.
chronological_place place_of(const event_time& time) {
    const auto first = time.first ? time.first : time.last;
    return {!time.dated(), first.value_or(day{}), time.first.has_value(), !time.last.has_value(),
            time.last.value_or(day{})};
}

/// The order in which mentions tell of what stands at one place.
auto telling(std::span<const article_record> articles, mention_ref ref) {
    const auto& article = articles[ref.article];
    return std::tuple(article.published, std::string_view(article.key), article.mentions[ref.mention].trigger.begin);
}

mention_ref told_first(std::span<const article_record> articles, const std::vector<mention_ref>& mentions) {
    return *std::min_element(mentions.begin(), mentions.end(), [&](mention_ref left, mention_ref right) {
        return telling(articles, left) < telling(articles, right);
    });
}

}  // namespace

class growing_timeline::impl {
public:
    const story_timeline& grow(std::span<const article_record> articles) {
        put_back();
        take_origins(articles);
        linking_.grow(articles);
        for (const auto number : linking_.gone()) events_.erase(number);
        for (const auto number : linking_.changed()) renew(number, articles);
        for (const auto number : linking_.retold()) {
            events_.at(number).event.merges = linking_.cluster(number).merges;
            events_.at(number).changed = true;
        }
        select(articles);
        links_.link(articles, numbers_, story_.events);
        centre_.grow(articles);
        story_.title = centre_.title(articles, story_.events);
        return story_;
    }

    const story_timeline& story() const { return story_; }
    const std::vector<std::uint32_t>& numbers() const { return numbers_; }
    const std::vector<bool>& changed() const { return changed_; }

private:
    struct known_event {
        timeline_event event;  ///< with story_ while it is told
        chronological_place place;
        mention_ref told_first;
        bool told = false;
        bool changed = true;
    };

    void put_back() {
        for (std::size_t i = 0; i < numbers_.size(); ++i) events_.at(numbers_[i]).event = std::move(story_.events[i]);
        for (auto& [number, known] : events_) known.changed = false;
    }

    void renew(std::uint32_t number, std::span<const article_record> articles) {
        auto event = make_event(articles, linking_.cluster(number), linking_.participants());
        const bool told = worth_telling(event, {articles, event.mentions});
        const auto place = place_of(event.time);
        const auto first = told_first(articles, event.mentions);
        events_.insert_or_assign(number, known_event{std::move(event), place, first, told, true});
    }

    /// Events of articles whose origin is another now are made anew.
    void take_origins(std::span<const article_record> articles) {
        std::vector<bool> other(articles.size(), false);
        bool any = false;
        for (std::size_t i = 0; i < origins_.size(); ++i)
            if (articles[i].origin != origins_[i]) any = other[i] = true;
        origins_.clear();
        for (const auto& article : articles) origins_.push_back(article.origin);
        if (!any) return;
        std::vector<std::uint32_t> touched;
        for (const auto& [number, known] : events_)
            if (std::any_of(known.event.mentions.begin(), known.event.mentions.end(),
                            [&](mention_ref ref) { return other[ref.article]; }))
                touched.push_back(number);
        for (const auto number : touched) renew(number, articles);
    }

    /// Moves the events worth telling into the story, in chronological order. Those that are as they were stand in it
    /// already.
    void select(std::span<const article_record> articles) {
        std::vector<std::uint32_t> moved;
        for (const auto& [number, known] : events_)
            if (known.told && known.changed) moved.push_back(number);
        std::erase_if(numbers_, [&](std::uint32_t number) {
            const auto known = events_.find(number);
            return known == events_.end() || known->second.changed;
        });
        const auto before = [&](std::uint32_t left, std::uint32_t right) {
            const auto& one = events_.at(left);
            const auto& other = events_.at(right);
            if (one.place != other.place) return one.place < other.place;
            return std::tuple(telling(articles, one.told_first), linking_.rank(left)) <
                   std::tuple(telling(articles, other.told_first), linking_.rank(right));
        };
        std::sort(moved.begin(), moved.end(), before);
        const auto standing = static_cast<std::ptrdiff_t>(numbers_.size());
        numbers_.insert(numbers_.end(), moved.begin(), moved.end());
        std::inplace_merge(numbers_.begin(), numbers_.begin() + standing, numbers_.end(), before);

        story_.events.clear();
        changed_.clear();
        for (const auto number : numbers_) {
            auto& known = events_.at(number);
            story_.events.push_back(std::move(known.event));
            changed_.push_back(known.changed);
        }
    }

    linking::growing_events linking_;
    growing_links links_;
    story_centre centre_;
    std::vector<std::string> origins_;                       ///< of each article
    std::unordered_map<std::uint32_t, known_event> events_;  ///< by linking's numbers
    story_timeline story_;
    std::vector<std::uint32_t> numbers_;
    std::vector<bool> changed_;
};

growing_timeline::growing_timeline() : impl_(std::make_unique<impl>()) {}
growing_timeline::~growing_timeline() = default;
growing_timeline::growing_timeline(growing_timeline&&) noexcept = default;
growing_timeline& growing_timeline::operator=(growing_timeline&&) noexcept = default;

const story_timeline& growing_timeline::grow(std::span<const article_record> articles) { return impl_->grow(articles); }
const story_timeline& growing_timeline::story() const { return impl_->story(); }
const std::vector<std::uint32_t>& growing_timeline::numbers() const { return impl_->numbers(); }
const std::vector<bool>& growing_timeline::changed() const { return impl_->changed(); }

story_timeline assemble(std::span<const article_record> articles) {
    growing_timeline story;
    return story.grow(articles);
}

}  // namespace throughline::timeline
