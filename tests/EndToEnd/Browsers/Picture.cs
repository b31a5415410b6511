using Microsoft.Playwright;

namespace Territory.EndToEnd.Browsers;

/// <summary>Looks at a screenshot's pixels, with a blank page as the decoder.</summary>
internal static class Picture
{
    private const string Count = """
        async ([png, places, colours, reach, tolerance]) => {
          const image = new Image();
          image.src = 'data:image/png;base64,' + png;
          await image.decode();
          const canvas = new OffscreenCanvas(image.width, image.height);
          const context = canvas.getContext('2d');
          context.drawImage(image, 0, 0);
          const pixels = context.getImageData(0, 0, image.width, image.height).data;
          const is = (x, y) => {
            const at = (y * image.width + x) * 4;
            return colours.some(([r, g, b]) =>
              Math.abs(pixels[at] - r) <= tolerance && Math.abs(pixels[at + 1] - g) <= tolerance && Math.abs(pixels[at + 2] - b) <= tolerance);
          };
          return places.filter(([x, y]) => {
            for (let dx = -reach; dx <= reach; dx++)
              for (let dy = -reach; dy <= reach; dy++)
                if (is(Math.floor(x) + dx, Math.floor(y) + dy)) return true;
            return false;
          }).length;
        }
        """;

    /// <summary>At how many places of a PNG, in pixels from its upper left, one of the colours is within two pixels, give or take a little for blending.</summary>
    public static async Task<int> PlacesOfAsync(IPage page, byte[] png, IReadOnlyList<double[]> places, IReadOnlyList<int[]> colours)
    {
        var blank = await page.Context.NewPageAsync();
        try
        {
            return await blank.EvaluateAsync<int>(Count, new object[] { Convert.ToBase64String(png), places, colours, 2, 6 });
        }
        finally
        {
            await blank.CloseAsync();
        }
    }
}
