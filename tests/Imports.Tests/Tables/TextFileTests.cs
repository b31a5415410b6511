using System.Text;
using Territory.Imports.Tables;
using Territory.Model.Problems;

namespace Territory.Imports.Tests.Tables;

public sealed class TextFileTests
{
    // "名称,纬度" in GBK, byte by byte from the code page's published table.
    private static readonly byte[] Gbk = [0xC3, 0xFB, 0xB3, 0xC6, 0x2C, 0xCE, 0xB3, 0xB6, 0xC8];

    [Fact]
    public void Gbk_IsRecognised() => TextFile.Decode(Gbk, "f").ShouldBe("名称,纬度");

    [Fact]
    public void Utf8WithByteOrderMark_LosesTheMark() => TextFile.Decode([.. Encoding.UTF8.Preamble, .. "名称"u8], "f").ShouldBe("名称");

    [Fact]
    public void Workbook_IsRefusedWithAdvice() =>
        Should.Throw<InvalidInputException>(() => TextFile.Decode([0x50, 0x4B, 0x03, 0x04, 0x00, 0x00], "f")).Problems[0].Code.ShouldBe("file.not-text");
}
