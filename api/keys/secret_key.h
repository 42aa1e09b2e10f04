// 256 bits that must not stay in memory.
#pragma once

#include <array>
#include <cstdint>

namespace madoguchi::api {

/// Wiped when it goes.
class SecretKey {
  public:
    static constexpr std::size_t size = 32;  ///< bytes
    using Bytes = std::array<std::uint8_t, size>;

    /// From the system's random numbers.
    static SecretKey random();
    explicit SecretKey(const Bytes& bytes) : bytes_(bytes) {}
    SecretKey(const SecretKey&) = default;
    SecretKey& operator=(const SecretKey&) = default;
    ~SecretKey();

    const std::uint8_t* data() const { return bytes_.data(); }

  private:
    Bytes bytes_;
};

}  // namespace madoguchi::api
