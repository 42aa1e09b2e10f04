#include "render/background/function.h"

#include <algorithm>
#include <cmath>

#include "render/background/refusal.h"

namespace madoguchi::render::background {

namespace {

constexpr int deepest = 8;
constexpr std::size_t most_samples = std::size_t{1} << 20;

double clamp_to(double value, const std::vector<double>& range, std::size_t index) {
    if (range.size() < 2 * index + 2 || range[2 * index] > range[2 * index + 1]) return value;
    return std::clamp(value, range[2 * index], range[2 * index + 1]);
}

double interpolate(double x, double x0, double x1, double y0, double y1) {
    return x1 == x0 ? y0 : y0 + (x - x0) * (y1 - y0) / (x1 - x0);
}

/// Type 2.
class Exponential : public Function {
  public:
    explicit Exponential(const Object& object)
        : from_(object["C0"].numbers()),
          to_(object["C1"].numbers()),
          exponent_(object["N"].number().value_or(1)) {
        if (from_.empty()) from_ = {0};
        if (to_.empty()) to_ = {1};
        if (from_.size() != to_.size()) throw Refusal{broken()};
    }
    std::vector<double> operator()(const std::vector<double>& in) const override {
        const double x = in.empty() ? 0 : std::clamp(in[0], 0.0, 1.0);
        std::vector<double> out;
        for (std::size_t i = 0; i < from_.size(); ++i)
            out.push_back(from_[i] + std::pow(x, exponent_) * (to_[i] - from_[i]));
        return out;
    }

  private:
    std::vector<double> from_, to_;
    double exponent_;
};

std::unique_ptr<Function> read(const Object& object, int depth);

/// Type 3.
class Stitching : public Function {
  public:
    Stitching(const Object& object, int depth)
        : domain_(object["Domain"].numbers()),
          bounds_(object["Bounds"].numbers()),
          encode_(object["Encode"].numbers()) {
        for (const Object& part : object["Functions"].items())
            parts_.push_back(read(part, depth + 1));
        if (parts_.empty() || domain_.size() < 2 || bounds_.size() + 1 != parts_.size() ||
            encode_.size() < 2 * parts_.size())
            throw Refusal{broken()};
    }
    std::vector<double> operator()(const std::vector<double>& in) const override {
        const double x = clamp_to(in.empty() ? 0 : in[0], domain_, 0);
        std::size_t part = 0;
        while (part < bounds_.size() && x >= bounds_[part])
            ++part;
        const double low = part == 0 ? domain_[0] : bounds_[part - 1];
        const double high = part == bounds_.size() ? domain_[1] : bounds_[part];
        return (*parts_[part])(
            {interpolate(x, low, high, encode_[2 * part], encode_[2 * part + 1])});
    }

  private:
    std::vector<double> domain_, bounds_, encode_;
    std::vector<std::unique_ptr<Function>> parts_;
};

/// Type 0: a table between whose entries values are interpolated.
class Sampled : public Function {
  public:
    explicit Sampled(const Object& object)
        : domain_(object["Domain"].numbers()),
          range_(object["Range"].numbers()),
          encode_(object["Encode"].numbers()),
          decode_(object["Decode"].numbers()),
          outputs_(range_.size() / 2) {
        const double bits = object["BitsPerSample"].number().value_or(0);
        std::size_t count = outputs_;
        for (const double size : object["Size"].numbers()) {
            if (size < 1 || size > 65'536) throw Refusal{broken()};
            sizes_.push_back(static_cast<std::size_t>(size));
            if ((count *= sizes_.back()) > most_samples) throw Refusal{too_large()};
        }
        const bool is_sound = !sizes_.empty() && sizes_.size() <= 4 && outputs_ > 0 &&
                              domain_.size() >= 2 * sizes_.size() && (bits == 8 || bits == 16);
        const std::string bytes = object.bytes();
        const std::size_t width = bits == 16 ? 2 : 1;
        if (!is_sound || bytes.size() < count * width) throw Refusal{broken()};
        for (std::size_t i = 0; i < count; ++i)
            samples_.push_back(sample(bytes, i, width));
    }

    std::vector<double> operator()(const std::vector<double>& in) const override {
        std::vector<std::size_t> floor;
        std::vector<double> share;
        for (std::size_t i = 0; i < sizes_.size(); ++i) {
            const double last = static_cast<double>(sizes_[i] - 1);
            const double x = clamp_to(i < in.size() ? in[i] : 0, domain_, i);
            const bool has_encode = encode_.size() >= 2 * sizes_.size();
            const double at = std::clamp(
                interpolate(x, domain_[2 * i], domain_[2 * i + 1], has_encode ? encode_[2 * i] : 0,
                            has_encode ? encode_[2 * i + 1] : last),
                0.0, last);
            floor.push_back(static_cast<std::size_t>(at));
            share.push_back(at - std::floor(at));
        }
        std::vector<double> out(outputs_);
        for (std::size_t corner = 0; corner < std::size_t{1} << sizes_.size(); ++corner)
            add_corner(out, floor, share, corner);
        for (std::size_t i = 0; i < outputs_; ++i) {
            const std::vector<double>& to = decode_.size() >= 2 * outputs_ ? decode_ : range_;
            out[i] = clamp_to(interpolate(out[i], 0, 1, to[2 * i], to[2 * i + 1]), range_, i);
        }
        return out;
    }

  private:
    static double sample(const std::string& bytes, std::size_t index, std::size_t width) {
        const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(bytes[at]); };
        if (width == 1) return byte(index) / 255.0;
        return (byte(2 * index) * 256 + byte(2 * index + 1)) / 65'535.0;
    }

    void add_corner(std::vector<double>& out, const std::vector<std::size_t>& floor,
                    const std::vector<double>& share, std::size_t corner) const {
        double weight = 1;
        std::size_t index = 0, stride = 1;
        for (std::size_t i = 0; i < sizes_.size(); ++i) {
            const bool is_next = corner >> i & 1;
            weight *= is_next ? share[i] : 1 - share[i];
            index += stride * std::min(floor[i] + (is_next ? 1 : 0), sizes_[i] - 1);
            stride *= sizes_[i];
        }
        for (std::size_t i = 0; weight > 0 && i < out.size(); ++i)
            out[i] += weight * samples_[index * outputs_ + i];
    }

    std::vector<double> domain_, range_, encode_, decode_;
    std::size_t outputs_;
    std::vector<std::size_t> sizes_;
    std::vector<double> samples_;
};

std::unique_ptr<Function> read(const Object& object, int depth) {
    if (depth > deepest) throw Refusal{broken()};
    const double type = object["FunctionType"].number().value_or(-1);
    if (type == 0) return std::make_unique<Sampled>(object);
    if (type == 2) return std::make_unique<Exponential>(object);
    if (type == 3) return std::make_unique<Stitching>(object, depth);
    throw Refusal{unsupported({"計算式で決まる特色", "A spot colour that a program calculates"})};
}

}  // namespace

std::unique_ptr<Function> read_function(const Object& object) {
    return read(object, 0);
}

}  // namespace madoguchi::render::background
