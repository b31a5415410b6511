using QRCoder;

namespace Territory.Dashboard.Exports.Sheets;

/// <summary>A QR code (ISO/IEC 18004) as SVG within the page.</summary>
internal static class QrCode
{
    public static string Svg(string content)
    {
        using var generator = new QRCodeGenerator();
        using var data = generator.CreateQrCode(content, QRCodeGenerator.ECCLevel.M);
        using var code = new SvgQRCode(data);
        return code.GetGraphic(4);
    }
}
