using Microsoft.Playwright;

namespace Territory.EndToEnd.Browsers;

/// <summary>Looks at a screenshot's pixels, with a blank page as the decoder.</summary>
internal static class Picture
{
    private const string Count = """
        async ([png, colours, tolerance]) => {
          const image = new Image();
          image.src = 'data:image/png;base64,' + png;
          await image.decode();
          const canvas = new OffscreenCanvas(image.width, image.height);
          const context = canvas.getContext('2d');
          context.drawImage(image, 0, 0);
          const pixels = context.getImageData(0, 0, image.width, image.height).data;
          let found = 0;
          for (let at = 0; at < pixels.length; at += 4)
            if (colours.some(([r, g, b]) =>
              Math.abs(pixels[at] - r) <= tolerance && Math.abs(pixels[at + 1] - g) <= tolerance && Math.abs(pixels[at + 2] - b) <= tolerance)) found++;
          return found;
        }
        """;

    /// <summary>How many pixels of a PNG have one of the colours, give or take a little for blending.</summary>
    public static async Task<int> PixelsOfAsync(IPage page, byte[] png, IReadOnlyList<int[]> colours)
    {
        var blank = await page.Context.NewPageAsync();
        try
        {
            return await blank.EvaluateAsync<int>(Count, new object[] { Convert.ToBase64String(png), colours, 6 });
        }
        finally
        {
            await blank.CloseAsync();
        }
    }
}
