//! The images of an article: files beside it, for its page and for its notification.

use super::articles::FoundArticle;
use crate::article::{ArticleImage, image_type};
use crate::host::files;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use std::fs;
use std::path::{Path, PathBuf};

/// The largest file of an image in a notification, in bytes.
pub(super) const LARGEST_NOTIFIED: u64 = 4 << 20;

/// The most pixels on a side of an image in a notification; servers keep four bytes of each.
pub(super) const MOST_PIXELS: usize = 4096;

/// Why an image is left out.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(super) enum ImageFault {
    /// The article is one that ships.
    #[error("it does not ship with the program")]
    Shipped,
    /// There is no file.
    #[error("there is no such file beside the article")]
    Missing,
    /// The name or a link leads elsewhere.
    #[error("it leads out of the folder of the article")]
    Outside,
    /// It is a folder or a device.
    #[error("it is not a regular file")]
    NotRegular,
    /// It has more than this many bytes.
    #[error("it is larger than {} MiB", .0 >> 20)]
    TooLarge(u64),
    /// It has more than [`MOST_PIXELS`] on a side.
    #[error("it has {0} × {1} pixels, and {MOST_PIXELS} a side are the most")]
    TooManyPixels(usize, usize),
    /// Its first bytes are of no kind that servers show.
    #[error("it is no PNG, JPEG, GIF or WebP")]
    UnknownKind,
    /// The system does not let it be read.
    #[error("{0}")]
    System(String),
}

impl FoundArticle {
    /// The first image of the article, for the notification.
    pub fn image(&self) -> Option<PathBuf> {
        self.article.images.iter().find_map(|image| self.notified_image(&image.name).ok())
    }

    /// The images of the article, each with its content as a `data:` address.
    pub fn images(&self) -> Vec<(String, String)> {
        let read = |image: &ArticleImage| {
            let name = &image.name;
            let bytes = files::read_bytes(&self.image_file(name).ok()?).ok()??;
            Some((name.clone(), format!("data:{};base64,{}", image_type(name)?, STANDARD.encode(bytes))))
        };
        self.article.images.iter().filter_map(read).collect()
    }

    /// What is said of images that are left out, with their lines.
    pub(super) fn image_faults(&self) -> Vec<(usize, String)> {
        let images = || self.article.images.iter();
        let left_out = images().filter_map(|image| {
            let fault = self.image_file(&image.name).err()?;
            Some((image.line, format!("the image `{}` is left out: {fault}", image.name)))
        });
        // Of those that a notification cannot have, the ones in whose place another is shown.
        let found = images().filter(|image| self.image_file(&image.name).is_ok());
        let not_notified = found.map_while(|image| {
            let fault = self.notified_image(&image.name).err()?;
            Some((image.line, format!("the image `{}` is left out of notifications: {fault}", image.name)))
        });
        left_out.chain(not_notified).collect()
    }

    /// The file of an image that a notification server can decode without taking much memory: its size is told by its
    /// first bytes, whatever the size of the file.
    fn notified_image(&self, name: &str) -> Result<PathBuf, ImageFault> {
        let path = self.image_file(name)?;
        if fs::metadata(&path).is_ok_and(|found| found.len() > LARGEST_NOTIFIED) {
            return Err(ImageFault::TooLarge(LARGEST_NOTIFIED));
        }
        let size = imagesize::size(&path).map_err(|_| ImageFault::UnknownKind)?;
        if size.width.max(size.height) > MOST_PIXELS {
            return Err(ImageFault::TooManyPixels(size.width, size.height));
        }
        Ok(path)
    }

    /// The file of an image, which does not lie outside the folder of the article.
    fn image_file(&self, name: &str) -> Result<PathBuf, ImageFault> {
        let folder = self.folder.as_ref().ok_or(ImageFault::Shipped)?;
        let path = fs::canonicalize(folder.join(name)).map_err(|_| ImageFault::Missing)?;
        if !is_within(&path, folder) {
            return Err(ImageFault::Outside);
        }
        let found = fs::metadata(&path).map_err(|error| ImageFault::System(crate::text::reason(&error)))?;
        if !found.is_file() {
            return Err(ImageFault::NotRegular);
        }
        if found.len() > files::LARGEST {
            return Err(ImageFault::TooLarge(files::LARGEST));
        }
        Ok(path)
    }
}

fn is_within(path: &Path, folder: &Path) -> bool {
    fs::canonicalize(folder).is_ok_and(|folder| path.starts_with(folder))
}
