using System.Globalization;
using System.Text;
using Territory.Journal.Sqlite;

namespace Territory.Journal.Tests.Sqlite;

public sealed class XxHash64Tests
{
    /// <summary>Published values of XXH64: the empty and short inputs of the reference library's own checks, and the well-known long sentence.</summary>
    [Theory]
    [InlineData("", "ef46db3751d8e999")]
    [InlineData("a", "d24ec4f1a98c6e5b")]
    [InlineData("abc", "44bc2cf5ad770999")]
    [InlineData("Nobody inspects the spammish repetition", "fbcea83c8a378bf1")]
    public void Of_PublishedInputs_GivesThePublishedHash(string text, string expected) =>
        XxHash64.Of(Encoding.ASCII.GetBytes(text), seed: 0).ShouldBe(ulong.Parse(expected, NumberStyles.HexNumber, CultureInfo.InvariantCulture));

    [Fact]
    public void Of_AnyChangedBit_ChangesTheHash()
    {
        // Every length through the four kinds of tail, every bit.
        for (var length = 1; length <= 70; length++)
        {
            var bytes = Enumerable.Range(0, length).Select(i => (byte)(i * 37)).ToArray();
            var hash = XxHash64.Of(bytes, seed: 5);
            XxHash64.Of(bytes, seed: 6).ShouldNotBe(hash);
            for (var bit = 0; bit < length * 8; bit++)
            {
                bytes[bit / 8] ^= (byte)(1 << (bit % 8));
                XxHash64.Of(bytes, seed: 5).ShouldNotBe(hash);
                bytes[bit / 8] ^= (byte)(1 << (bit % 8));
            }
        }
    }
}
